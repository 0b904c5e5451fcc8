import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRange } from '@/lib/model';
import { arbitraryText } from './fixtures/arbitrary-filter';
import { FIELDS, LIMITS, parseFilter, type Term, type Value } from '.';

const glob = (text: string): Value => ({ kind: 'glob', text });
const term = (field: Term['field'], ...values: Value[]): Term => ({ field, negated: false, values });
const not = (field: Term['field'], ...values: Value[]): Term => ({ field, negated: true, values });
const numbers = (first: number, last: number): Value => ({ kind: 'numbers', first, last });
const moment = (text: string, iso: string): Value => ({ kind: 'moment', ms: Date.parse(iso), text });
function range(text: string, from = text): Value {
  const read = parseRange(from);
  if (!read) throw new Error(text);
  return { kind: 'range', range: read, text };
}

/** What the errors say and the part of the text they point at. */
const faultsOf = (text: string): Array<[string, string]> =>
  parseFilter(text).errors.map(({ at, length, message }) => [
    message.key.replace('filter.error.', ''),
    text.slice(at, at + length),
  ]);

describe('the filter language', () => {
  it.each<[string, Term[]]>([
    ['', []],
    ['  \u3000\n', []],
    ['ip:203.0.113.0/24', [term('ip', range('203.0.113.0/24'))]],
    ['ip:203.0.113.7/24', [term('ip', range('203.0.113.0/24'))]],
    ['ip:203.0.113.7/32', [term('ip', range('203.0.113.7'))]],
    ['ip:203.0.113.1-203.0.113.9', [term('ip', range('203.0.113.1-203.0.113.9'))]],
    ['ip:"203.0.113.0 - 203.0.113.255"', [term('ip', range('203.0.113.0/24'))]],
    ['ip:2001:DB8:0::1,::ffff:192.0.2.1', [term('ip', range('2001:db8::1'), range('192.0.2.1'))]],
    ['net:198.18.0.0/15', [term('net', range('198.18.0.0/15'))]],
    ['net:CRIMSON-NET-1', [term('net', glob('CRIMSON-NET-1'))]],
    ['net:#4', [term('net', { kind: 'id', id: '4' })]],
    ['net:"198.18.0.0/15"', [term('net', glob('198.18.0.0/15'))]],
    ['org:"Crimson Relay"', [term('org', glob('Crimson Relay'))]],
    ['org:#3,"#3"', [term('org', { kind: 'id', id: '3' }, glob('#3'))]],
    ['operator:#k3x', [term('operator', { kind: 'id', id: 'k3x' })]],
    ['sender:#3', [term('sender', glob('#3'))]],
    ['SENDER:a@b.example', [term('sender', glob('a@b.example'))]],
    [
      'from:a to:b address:192.0.2.1 network:x format:exim organisation:o rbl:zen.example',
      [
        term('sender', glob('a')),
        term('recipient', glob('b')),
        term('ip', range('192.0.2.1')),
        term('net', glob('x')),
        term('server', glob('exim')),
        term('org', glob('o')),
        term('dnsbl', glob('zen.example')),
      ],
    ],
    ['sender:""', [term('sender', glob(''))]],
    [String.raw`sender:a\*b*`, [term('sender', glob(String.raw`a\*b*`))]],
    [String.raw`org:"say \"hi\", \\ or \n"`, [term('org', glob(String.raw`say "hi", \ or \n`))]],
    ['sender:a"b', [term('sender', glob('a"b'))]],
    ['-dnsbl:zen.example,other.example', [not('dnsbl', glob('zen.example'), glob('other.example'))]],
    ['asn:AS64500,64501-64511', [term('asn', numbers(64500, 64500), numbers(64501, 64511))]],
    [
      'code:450,4xx,45X,450-451',
      [term('code', numbers(450, 450), numbers(400, 499), numbers(450, 459), numbers(450, 451))],
    ],
    ['code:4xx-5xx', [term('code', numbers(400, 599))]],
    ['hour:22-23,0-5', [term('hour', numbers(22, 23), numbers(0, 5))]],
    ['hour:22-5', [term('hour', numbers(22, 23), numbers(0, 5))]],
    ['weekday:Mon,6-7,monday-fri', [term('weekday', numbers(1, 1), numbers(6, 7), numbers(1, 5))]],
    ['weekday:sat-mon', [term('weekday', numbers(6, 7), numbers(1, 1))]],
    ['after:2026-01-02', [term('after', moment('2026-01-02', '2026-01-02T00:00:00Z'))]],
    ['before:2026-01-02T10:00', [term('before', moment('2026-01-02T10:00', '2026-01-02T10:00:00Z'))]],
    ['before:2026-01-02t10:00:05z', [term('before', moment('2026-01-02T10:00:05', '2026-01-02T10:00:05Z'))]],
    ['before:2026-01-02T10:00:05.25', [term('before', moment('2026-01-02T10:00:05.250', '2026-01-02T10:00:05.250Z'))]],
    ['on:2026-01-02T10+0900', [term('on', moment('2026-01-02T10+09:00', '2026-01-02T01:00:00Z'))]],
    ['on:2026-01-01-03:30', [term('on', moment('2026-01-01-03:30', '2026-01-01T03:30:00Z'))]],
    ['after:"2026-01-02 10:00"', [term('after', moment('2026-01-02T10:00', '2026-01-02T10:00:00Z'))]],
    ['after:07D', [term('after', { kind: 'ago', ms: 604_800_000, text: '7d' })]],
    ['before:30m', [term('before', { kind: 'ago', ms: 1_800_000, text: '30m' })]],
    ['HAS:Org', [term('has', glob('org'))]],
    [
      'mailbox "is full" -quota text:a,b',
      [
        term('text', glob('mailbox')),
        term('text', glob('is full')),
        not('text', glob('quota')),
        term('text', glob('a'), glob('b')),
      ],
    ],
    [
      '2001:db8::1 fe80::1 dead:beef::1 https://x.example a,b',
      [
        term('text', glob('2001:db8::1')),
        term('text', glob('fe80::1')),
        term('text', glob('dead:beef::1')),
        term('text', glob('https://x.example')),
        term('text', glob('a,b')),
      ],
    ],
    ['stage://', [term('stage', glob('//'))]],
    ['送信者 sender:*@例え.test', [term('text', glob('送信者')), term('sender', glob('*@例え.test'))]],
  ])('reads %j', (text, terms) => {
    expect(parseFilter(text)).toEqual({ filter: { terms }, errors: [] });
  });

  it.each<[string, Array<[string, string]>]>([
    ['stage:RCPT sendr:x', [['unknown-field-nearest', 'sendr:']]],
    ['-colour:red', [['unknown-field', 'colour:']]],
    ['x sender:', [['missing-value', 'sender:']]],
    ['sender:a,,b', [['missing-value', ',']]],
    ['sender:a, b', [['missing-value', ',']]],
    ['x - y', [['lone-minus', '-']]],
    ['ip:203.0.113.256', [['bad-address', '203.0.113.256']]],
    ['ip:203.0.113.9-203.0.113.1', [['bad-address', '203.0.113.9-203.0.113.1']]],
    ['ip:relay.example', [['bad-address', 'relay.example']]],
    ['net:203.0.113.0/240', [['bad-address', '203.0.113.0/240']]],
    ['template:#', [['bad-id', '#']]],
    ['template:#a.b', [['bad-id', '#a.b']]],
    [
      'code:4x,45,4xxx,0xx,451-450',
      [
        ['bad-code', '4x'],
        ['bad-code', '45'],
        ['bad-code', '4xxx'],
        ['bad-code', '0xx'],
        ['bad-code', '451-450'],
      ],
    ],
    [
      'asn:4294967296,AS',
      [
        ['bad-asn', '4294967296'],
        ['bad-asn', 'AS'],
      ],
    ],
    ['hour:24', [['bad-hour', '24']]],
    [
      'weekday:0,8,mo',
      [
        ['bad-weekday', '0'],
        ['bad-weekday', '8'],
        ['bad-weekday', 'mo'],
      ],
    ],
    ['after:2026-02-30', [['no-such-time', '2026-02-30']]],
    [
      'after:2026-13-01,2026-01-01T24:00',
      [
        ['no-such-time', '2026-13-01'],
        ['no-such-time', '2026-01-01T24:00'],
      ],
    ],
    ['after:2026-01-01T10:00+19:00', [['no-such-time', '2026-01-01T10:00+19:00']]],
    ['before:yesterday', [['bad-time', 'yesterday']]],
    [
      'on:7d,2026-01-02T10:00:05',
      [
        ['bad-day', '7d'],
        ['bad-day', '2026-01-02T10:00:05'],
      ],
    ],
    ['has:orgs', [['unknown-word', 'orgs']]],
    ['org:"Crimson Rel', [['unclosed-quote', '"Crimson Rel']]],
    ['org:"Crimson"Relay,x', [['after-quote', 'Relay']]],
  ])('tells what is wrong with %j, and where', (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it('reads what can be read beside what cannot', () => {
    expect(parseFilter('code:450,nope stage:RCPT org:"Crim').filter.terms).toEqual([
      term('code', numbers(450, 450)),
      term('stage', glob('RCPT')),
      term('org', glob('Crim')),
    ]);
  });

  it('names the field that was probably meant', () => {
    const nearest = (name: string): unknown => parseFilter(`${name}:x`).errors[0]?.message.params;
    expect(nearest('recipent')).toEqual({ name: 'recipent', nearest: 'recipient' });
    expect(nearest('form')).toEqual({ name: 'form', nearest: 'from' });
    expect(nearest('temp')).toEqual({ name: 'temp', nearest: 'template' });
  });

  it('reads so much and no more', () => {
    const long = `${'x'.repeat(3000)} ${'y'.repeat(2000)}`;
    expect(parseFilter(long).filter.terms).toEqual([term('text', glob('x'.repeat(3000)))]);
    expect(parseFilter(long).errors).toEqual([
      { at: 4000, length: 1001, message: { key: 'filter.error.too-long', params: { limit: 4000 } } },
    ]);
    const whole = `${'x'.repeat(4000)} y`;
    expect(parseFilter(whole).filter.terms).toHaveLength(1);

    const words = 'a '.repeat(70);
    expect(parseFilter(words).filter.terms).toHaveLength(64);
    expect(parseFilter(words).errors).toEqual([
      { at: 128, length: 12, message: { key: 'filter.error.too-many-terms', params: { limit: 64 } } },
    ]);

    expect(faultsOf('ab:c '.repeat(70)).map(([key]) => key)).toEqual([
      ...Array<string>(64).fill('unknown-field-nearest'),
      'too-many-terms',
    ]);
    expect(faultsOf(`code:${','.repeat(300)}`).map(([key]) => key)).toEqual(['too-many-values']);

    const values = `sender:${'a,'.repeat(255)}a stage:b`;
    expect(parseFilter(values).filter.terms).toHaveLength(1);
    expect(faultsOf(values)).toEqual([['too-many-values', 'stage:b']]);
  });

  it('reads any text, and points inside it', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const { filter, errors } = parseFilter(text);
        expect(filter.terms.length).toBeLessThanOrEqual(LIMITS.terms);
        for (const { at, length } of errors) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(length).toBeGreaterThan(0);
          expect(at + length).toBeLessThanOrEqual(text.length);
        }
        expect(errors.map(({ at }) => at)).toEqual(errors.map(({ at }) => at).sort((a, b) => a - b));
        expect(filter.terms.every(({ values }) => values.length > 0)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(FIELDS.map(({ name, example }) => [name, example]))('has an example of %s', (name, example) => {
    const { filter, errors } = parseFilter(example);
    expect(errors).toEqual([]);
    expect(filter.terms.map(({ field }) => field)).toEqual([name]);
  });
});
