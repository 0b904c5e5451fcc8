import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFilter } from './fixtures/arbitrary-filter';
import { exactly, numberValue, parseFilter, printFilter, spanOf, withoutTerm, withSpan, withTerm } from '.';

const read = (text: string) => parseFilter(text).filter;

describe('only this, not this', () => {
  it.each([
    ['', 'RCPT', false, 'stage:RCPT'],
    ['code:4xx', 'RCPT', false, 'code:4xx stage:RCPT'],
    ['stage:DATA,CONNECT code:4xx', 'RCPT', false, 'stage:RCPT code:4xx'],
    ['stage:RCPT,DATA', 'RCPT', false, 'stage:RCPT'],
    ['stage:R* code:4xx stage:DATA', 'RCPT', false, 'stage:RCPT code:4xx'],
    ['-stage:rcpt,DATA', 'RCPT', false, '-stage:DATA stage:RCPT'],
    ['', 'RCPT', true, '-stage:RCPT'],
    ['-stage:DATA code:4xx', 'RCPT', true, '-stage:DATA,RCPT code:4xx'],
    ['-stage:rcpt', 'RCPT', true, '-stage:rcpt'],
    ['stage:RCPT,DATA', 'RCPT', true, 'stage:DATA -stage:RCPT'],
    ['stage:RCPT code:4xx', 'RCPT', true, 'code:4xx -stage:RCPT'],
  ])('%j with stage %s (not: %s) is %j', (text, stage, negated, changed) => {
    expect(printFilter(withTerm(read(text), 'stage', exactly(stage), negated))).toBe(changed);
  });

  it('adds to the fields of which a refusal has several', () => {
    const more = withTerm(read('has:org mailbox'), 'text', exactly('full'));
    expect(printFilter(withTerm(more, 'has', exactly('sender')))).toBe('has:org mailbox full has:sender');
    expect(printFilter(withTerm(more, 'text', exactly('FULL')))).toBe('has:org mailbox full');
  });

  it('changes nothing of the filter it was given', () => {
    const filter = read('-code:450');
    withTerm(filter, 'code', numberValue(450));
    withTerm(filter, 'code', numberValue(451), true);
    withoutTerm(filter, 0);
    withSpan(filter, 0, 1, 0);
    expect(filter).toEqual(read('-code:450'));
  });

  it('takes out the term at a place', () => {
    expect(printFilter(withoutTerm(read('a b c'), 1))).toBe('a c');
    expect(printFilter(withoutTerm(read('a'), 1))).toBe('a');
  });
});

describe('the span of time', () => {
  const DAY = Date.UTC(2026, 0, 2);

  it.each([
    ['', null, null],
    ['hour:5 stage:RCPT', null, null],
    ['after:2026-01-02', DAY, null],
    ['before:2026-01-02T10:00', null, DAY + 36_000_000],
    ['after:2026-01-01 after:2026-01-02 before:2026-01-03 before:2026-01-04', DAY, DAY + 86_400_000],
    ['after:2026-01-02,2026-01-03', DAY, null],
    ['-before:2026-01-02 -after:2026-01-03', DAY, DAY + 86_400_000],
    ['on:2026-01-02', DAY, DAY + 86_400_000],
    ['on:2026-01-02T01', DAY + 3_600_000, DAY + 7_200_000],
    ['on:2026-01-02T00:01', DAY + 60_000, DAY + 120_000],
    ['on:2026-01-02+09:00', DAY - 32_400_000, DAY + 54_000_000],
    ['on:2026-01-02,2026-01-04', DAY, DAY + 3 * 86_400_000],
    ['-on:2026-01-02', null, null],
    ['after:7d before:1h', DAY - 7 * 86_400_000, DAY - 3_600_000],
  ])('of %j', (text, fromMs, toMs) => {
    expect(spanOf(read(text), DAY)).toEqual({ fromMs, toMs });
  });

  it.each([
    ['stage:RCPT', DAY, DAY + 86_400_000, 0, 'stage:RCPT after:2026-01-02 before:2026-01-03'],
    ['after:7d stage:RCPT on:2026-01-01', DAY, null, 0, 'after:2026-01-02 stage:RCPT'],
    ['hour:5 -before:1d', null, DAY + 5_000, 0, 'hour:5 before:2026-01-02T00:00:05'],
    ['', DAY - 32_400_000, DAY, 540, 'after:2026-01-02+09:00 before:2026-01-02T09:00+09:00'],
    ['', DAY + 250, null, 9999, 'after:2026-01-02T00:00:00.250'],
    ['after:7d x', null, null, 0, 'x'],
    ['', -1e18, 1e18, 0, 'after:1001-01-01 before:9998-12-31T23:59:59.999'],
  ])('of %j set anew is %5$j', (text, fromMs, toMs, offset, changed) => {
    expect(printFilter(withSpan(read(text), fromMs, toMs, offset))).toBe(changed);
  });

  it('is what it was set to, also after it was printed and read', () => {
    const ms = fc.integer({ min: 0, max: 4_102_444_800_000 });
    fc.assert(
      fc.property(arbitraryFilter, ms, ms, fc.integer({ min: -840, max: 840 }), (filter, fromMs, toMs, offset) => {
        const set = withSpan(filter, fromMs, toMs, offset);
        expect(spanOf(set, 0)).toEqual({ fromMs, toMs });
        expect(parseFilter(printFilter(set)).filter).toEqual(set);
      }),
    );
  });
});
