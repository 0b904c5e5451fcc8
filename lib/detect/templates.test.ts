import { describe, expect, it } from 'vitest';
import { isVariable, senderTemplate, templateDomain } from './templates';

const RECIPIENT = 'hanako@mail.hoshi.example';

/** Sender, the pattern expected, and what the line is there to show. */
const SAMPLES: ReadonlyArray<readonly [sender: string, pattern: string, why: string]> = [
  ['rainbow+err20481@gbc001.mag.example', 'rainbow+err{digits}@*.mag.example', 'the origin case'],
  ['rainbow+err7@gbc112.mag.example', 'rainbow+err{digits}@*.mag.example', 'a short number after a bounce word'],
  ['rainbow+err20481@mag.example', 'rainbow+err{digits}@mag.example', 'no host label'],
  ['Bounces+7-12@a.b.mag.example.', 'Bounces+{digits}-{digits}@*.mag.example', 'every number after a bounce word'],
  ['anna2@freemail.example', 'anna2@freemail.example', 'people have a digit in their names'],
  ['user1@shop.example', 'user1@shop.example', 'and so do test users'],
  ['m.tanaka78@shop.example', 'm.tanaka78@shop.example', 'two digits stay'],
  ['news2026@shop.example', 'news{digits}@shop.example', 'three or more vary'],
  ['20260803-55@shop.example', '{digits}-55@shop.example', 'a date in front'],
  ['terror1@shop.example', 'terror1@shop.example', 'a bounce word is a whole run of letters'],
  ['return.7.a1b2c3d4e5@x.example', 'return.{digits}.{hex}@x.example', 'hex token'],
  ['deadbeef@x.example', 'deadbeef@x.example', 'hex without a digit is a word'],
  ['a1b2c3@x.example', 'a1b2c3@x.example', 'hex too short'],
  ['zz0a1b2c3d@x.example', 'zz0a1b2c3d@x.example', 'a token is hex as a whole or not at all'],
  ['m-550e8400-e29b-41d4-a716-446655440000@x.example', 'm-{hex}@x.example', 'a UUID is one part'],
  ['m-55012400-e29b-41d4-a716-446655440000@x.example', 'm-{hex}@x.example', 'a UUID that begins with digits only'],
  ['prvs=0123abcdef=anna@x.example', 'prvs={hex}=anna@x.example', 'BATV'],
  ['prvs=0123456789=anna@x.example', 'prvs={hex}=anna@x.example', 'BATV whose tag is digits only'],
  ['bounce-123-hanako=mail.hoshi.example@x.example', 'bounce-{digits}-{recipient}@x.example', 'VERP'],
  ['b-Hanako=Mail.Hoshi.example@x.example', 'b-{recipient}@x.example', 'VERP without case'],
  ['b-hanako-at-mail.hoshi.example@x.example', 'b-{recipient}@x.example', 'user-at-domain'],
  ['b-mail.hoshi.example=hanako@x.example', 'b-{recipient}@x.example', 'halves turned round'],
  ['b-hanako-9@x.example', 'b-{recipient}-9@x.example', "the recipient's local part alone"],
  ['hanako@x.example', '{recipient}@x.example', "a sender with the recipient's name"],
  ['hanakoya@x.example', 'hanakoya@x.example', 'the name inside a word is another word'],
  ['HANAKO@mail.hoshi.example', '{recipient}', "the recipient's own address as sender"],
  ['x@mail.shop.co.jp', 'x@*.shop.co.jp', 'three labels under a public suffix'],
  ['x@shop.co.jp', 'x@shop.co.jp', 'nothing in front of it'],
  ['x@a.b.com.br', 'x@*.b.com.br', 'com.br'],
  ['x@co.jp', 'x@co.jp', 'a suffix alone'],
  ['x@news.co.example', 'x@*.co.example', 'co is a suffix only where a country says so'],
  ['x@[192.0.2.7]', 'x@[192.0.2.7]', 'an address literal'],
  ['localonly123', 'localonly{digits}', 'no domain'],
  ['"a@b"@x.example', '"a@b"@x.example', 'the last @ parts'],
  ['a{digits}@x.example', 'a%7bdigits%7d@x.example', 'a stranger cannot write our braces'],
  ['', '', 'the null sender'],
  ['@', '@', 'nothing on either side'],
];

describe('senderTemplate', () => {
  it.each(SAMPLES)('%s → %s (%s)', (sender, pattern) => {
    expect(senderTemplate(sender, RECIPIENT)).toBe(pattern);
  });

  it('does without a recipient', () => {
    expect(senderTemplate('b-hanako=mail.hoshi.example@x.example', null)).toBe('b-hanako=mail.hoshi.example@x.example');
  });

  it('leaves mailboxes alone that every company has', () => {
    expect(senderTemplate('info@x.example', 'info@hoshi.example')).toBe('info@x.example');
    expect(senderTemplate('bo@x.example', 'bo@hoshi.example')).toBe('bo@x.example');
  });

  it('gives a bounded answer to hostile senders', () => {
    const long = '1'.repeat(1_000_000);
    const repeats = 'a-'.repeat(500_000);
    expect(senderTemplate(`${long}@x.example`, RECIPIENT)).toBe('{digits}@x.example');
    expect(senderTemplate(`${repeats}@x.example`, `${'a-'.repeat(32)}@x.example`)).toBe(`${repeats}@x.example`);
    expect(senderTemplate(`x@${'a.'.repeat(500_000)}example`, 'x@y.example')).toBe('x@*.a.example');
  });
});

describe('isVariable', () => {
  it('looks at the local part only', () => {
    expect(isVariable('rainbow+err{digits}@*.mag.example')).toBe(true);
    expect(isVariable('news@*.mag.example')).toBe(false);
    expect(isVariable('')).toBe(false);
  });
});

describe('templateDomain', () => {
  it('gives the registrable domain', () => {
    expect(templateDomain('a{digits}@*.mag.example')).toBe('mag.example');
    expect(templateDomain('a@mag.example')).toBe('mag.example');
    expect(templateDomain('{recipient}')).toBeNull();
    expect(templateDomain('')).toBeNull();
  });
});
