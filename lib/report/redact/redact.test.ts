import { describe, expect, it } from 'vitest';
import { createRedactor } from './redactor';

const ADDRESS = 'Taro.Yamada+news@own-mail.example';

function check(recipients: string[], text: string, expected: string): void {
  expect(createRedactor(recipients)(text).text).toBe(expected);
}

const hex = (text: string): string => Buffer.from(text).toString('hex');
const percent = (text: string): string => Array.from(text, (c) => `%${hex(c)}`).join('');

/** Every spelling that must not survive: from local part and domain. */
function spellings(local: string, domain: string): string[] {
  const joiners = [
    '@',
    '=',
    '-at-',
    '_at_',
    '.at.',
    ' at ',
    ' (at) ',
    '[at]',
    '%40',
    '=40',
    '=3D',
    '%3d',
    '%2540',
    '&#64;',
    '&#x40;',
    '\\u0040',
    '+',
    '-',
    '_',
    '.',
    '%',
    '!',
    '#',
    ':',
    '/',
    '|',
    '＠',
    ' @',
    '@ ',
    '@\n',
    '\u200b@',
    '\\@',
    '40',
  ];
  const swapped = ['=', '!', '-', '+', '%3D'];
  const forms = [
    ...joiners.map((joiner) => local + joiner + domain),
    ...joiners.map((joiner) => local + joiner + domain.replaceAll('.', '-')),
    ...joiners.map((joiner) => local.replaceAll('.', '_') + joiner + domain.replaceAll('.', '_')),
    ...joiners.map((joiner) => `${local}${joiner}${domain.replaceAll('.', ' dot ')}`),
    ...swapped.map((joiner) => domain + joiner + local),
    `"${local}"@${domain}`,
    percent(`${local}@${domain}`),
    percent(`${local}@${domain}`).replaceAll('%', '='),
    percent(percent(`${local}@${domain}`)),
    local.replaceAll('.', '=2E') + '=' + domain.replaceAll('.', '=2E'),
  ];
  return forms.flatMap((form) => [form, form.toUpperCase(), form.toLowerCase()]);
}

describe('createRedactor', () => {
  it.each([
    ['hanako@own.example', '<hanako@own.example>', '<x•••1@•••.example>'],
    ['hanako@own.example', 'rainbow+err-Hanako=OWN.example@mag.example', 'rainbow+err-x•••1=•••.example@mag.example'],
    ['hanako@own.example', 'SRS0=aB3=Xy=own.example=hanako@fw.example', 'SRS0=aB3=Xy=•••.example=x•••1@fw.example'],
    ['hanako@own.example', 'b-hanako-at-own-example@m.test', 'b-x•••1-at-•••.example@m.test'],
    ['hanako@own.example', 'b+hanako%40own%2Eexample@m.test', 'b+x•••1%40•••.example@m.test'],
    ['hanako@[192.0.2.7]', '<hanako@[192.0.2.7]>', '<x•••1@[•••]>'],
    ['postmaster', 'to=<Postmaster> postmasters', 'to=<x•••1> postmasters'],
    ['a@b', 'a@b', 'x•••1@•••'],
  ])('masks %s in %s', (recipient, text, expected) => check([recipient], text, expected));

  it('leaves everything else as it is', () => {
    const text = 'mx1.own.example postfix/smtpd: from=<info@mag.example> helo=<own.example> hanako =?= example';
    check(['hanako@own.example'], text, text);
    check([], text, text);
    check(['', ' '], text, text);
  });

  it('tells recipients apart, and knows one again in another spelling', () => {
    check(
      ['hanako@own.example', 'taro@own.example', 'HANAKO@own.example', 'taro@else.test'],
      'taro@own.example hanako=own.example TARO@ELSE.TEST',
      'x•••2@•••.example x•••1=•••.example x•••3@•••.test',
    );
    check(['yamada@own.example', 'taro.yamada@own.example'], 'taro.yamada@own.example', 'x•••2@•••.example');
  });

  it('finds the address before a +tag', () => {
    check(['taro+shop@own.example'], 'taro@own.example, taro+shop@own.example', 'x•••1@•••.example, x•••1@•••.example');
  });

  it('lets no spelling through, in any surroundings', () => {
    const at = ADDRESS.lastIndexOf('@');
    const redact = createRedactor(['x@y.test', ADDRESS]);
    for (const spelling of spellings(ADDRESS.slice(0, at), ADDRESS.slice(at + 1))) {
      for (const text of [spelling, `rainbow+err12${spelling}77@mag.example`, `from=<${spelling}> to=<z>`]) {
        const masked = redact(text).text;
        expect(masked, text).toContain('x•••2');
        expect(masked.toLowerCase().replace(/[^a-z]/g, ''), text).not.toMatch(/yamada|ownmail/);
        expect(masked, text).not.toMatch(/%6f%77%6e|=6f=77=6e/i);
      }
    }
  });

  it('finds hex, base64 and base32 wherever they begin', () => {
    const redact = createRedactor([ADDRESS]);
    const bytes = Buffer.from(ADDRESS.toLowerCase());
    const base32 = 'orqxe3zopfqw2ylemevw4zlxonag653ofvwwc2lmfzsxqylnobwgk';
    for (const coded of [
      hex(ADDRESS),
      hex(ADDRESS).toUpperCase(),
      bytes.toString('base64'),
      bytes.toString('base64url'),
    ]) {
      for (const before of ['', 'b', 'bo', 'bou', '0', 'err-', 'rainbow+']) {
        const masked = redact(`${before}${coded}@mag.example`).text;
        expect(masked, before + coded).toMatch(/x•••1[@=]?@•••\.example\((hex|base64)\)/);
        expect(masked, before + coded).not.toContain(coded.slice(8, 20));
      }
    }
    expect(redact(`b-${base32}@mag.example`).text).toContain('(base32)');
  });

  it('is a stranger to nothing it wrote itself', () => {
    const redact = createRedactor([ADDRESS, 'x@example']);
    const once = redact(`<${ADDRESS}>`).text;
    expect(redact(once).text).toBe(once);
  });

  it('keeps places right before, in and behind a mask', () => {
    const text = 'from=<b+hanako=own.example@m.test> to=<hanako@own.example> helo=<h>';
    const { text: masked, place } = createRedactor(['hanako@own.example'])(text);
    const part = (whole: string): string => {
      const start = text.indexOf(whole);
      return masked.slice(place(start, 'start'), place(start + whole.length, 'end'));
    };
    expect(part('b+hanako=own.example@m.test')).toBe('b+x•••1=•••.example@m.test');
    expect(part('hanako@own.example')).toBe('x•••1@•••.example');
    expect(part('helo=<h>')).toBe('helo=<h>');
    expect(part('nako')).toBe('x•••1=•••.example');
    expect(place(text.length, 'end')).toBe(masked.length);
  });

  it('masks one long text with many recipients in one go', () => {
    const recipients = Array.from({ length: 3000 }, (_, i) => `user${i}@own${i % 3}.example`);
    const text = recipients.map((recipient) => `to=<${recipient}>`).join('\n');
    const masked = createRedactor(recipients)(text).text;
    expect(masked.split('\n')[2999]).toBe('to=<x•••3000@•••.example>');
    expect(masked).not.toMatch(/user\d|own\d/);
  });
});
