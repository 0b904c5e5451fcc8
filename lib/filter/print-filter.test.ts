import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFilter, arbitraryText } from './fixtures/arbitrary-filter';
import { exactly, parseFilter, printData, printFilter, splitGlob } from '.';

describe('a printed filter', () => {
  it.each([
    ['from:*@mag.example', 'sender:*@mag.example'],
    ['IP:203.0.113.7/24', 'ip:203.0.113.0/24'],
    ['org:"Crimson"  text:"full"', 'org:Crimson full'],
    ['org:"Crimson Relay"', 'org:"Crimson Relay"'],
    ['org:"#3" net:"192.0.2.0/24"', 'org:"#3" net:"192.0.2.0/24"'],
    ['code:400-499,450-459,450-451,AS', 'code:4xx,45x,450-451'],
    ['hour:22-5 weekday:6-7,1', 'hour:22-23,0-5 weekday:sat-sun,mon'],
    ['asn:AS64500', 'asn:64500'],
    ['after:2026-01-02T10:00Z', 'after:2026-01-02T10:00'],
    ['text:a,b -text:c', 'text:a,b -c'],
    ['text:-a "ip:1"', '"-a" "ip:1"'],
    ['stage:// cc::1', 'stage:// cc::1'],
    ['"\\\\ \\""', '"\\\\ \\""'],
  ])('of %j is %j', (text, printed) => {
    expect(printFilter(parseFilter(text).filter)).toBe(printed);
  });

  it('reads as the filter it was made of', () => {
    fc.assert(
      fc.property(arbitraryFilter, (filter) => {
        expect(parseFilter(printFilter(filter))).toEqual({ filter, errors: [] });
      }),
      { numRuns: 1000 },
    );
  });

  it('stays as it is when it is read and printed again', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const once = printFilter(parseFilter(text).filter);
        fc.pre(once.length <= 4000);
        expect(printFilter(parseFilter(once).filter)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('data as a value', () => {
  it.each([
    ['org', 'Crimson Relay', '"Crimson Relay"'],
    ['org', '#3', '#3'],
    ['org', 'C* Ltd', '"C\\\\* Ltd"'],
    ['sender', 'a*b@mag.example', 'a\\*b@mag.example'],
    ['net', '198.18.0.0/15', '198.18.0.0/15'],
    ['net', 'CRIMSON,1', '"CRIMSON,1"'],
    ['asn', 'AS64500', '64500'],
    ['sender', '', '""'],
  ] as const)('%s %j is written %j', (field, text, written) => {
    expect(printData(field, text)).toBe(written);
  });

  it('matches itself and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '*', '\\', '"') }), (text) => {
        const value = exactly(text);
        expect(value.kind === 'glob' && splitGlob(value.text)).toEqual([text]);
      }),
    );
  });
});

describe('a glob in pieces', () => {
  it.each<[string, string[]]>([
    ['', ['']],
    ['abc', ['abc']],
    ['*', ['', '']],
    ['a*b*', ['a', 'b', '']],
    [String.raw`a\*b\\*`, ['a*b\\', '']],
    [String.raw`a\b\ `.trim(), ['a\\b\\']],
  ])('%j', (text, pieces) => {
    expect(splitGlob(text)).toEqual(pieces);
  });
});
