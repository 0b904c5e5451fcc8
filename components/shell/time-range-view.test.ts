import { describe, expect, it } from 'vitest';
import { parseFilter, printFilter } from '@/lib/filter';
import { dayOf, lastDayOf, viewTimeRange, withDays } from './time-range-view';

const JAPAN = 540;
const read = (text: string) => parseFilter(text).filter;
const days = (text: string, from: string, to: string): string => printFilter(withDays(read(text), from, to, JAPAN));

describe('the time range of a filter', () => {
  it.each([
    ['code:4xx hour:22-5', { kind: 'all' }],
    ['code:4xx after:7d', { kind: 'recent', text: '7d', count: 7, unit: 'd' }],
    ['after:24h', { kind: 'recent', text: '24h', count: 24, unit: 'h' }],
    ['-after:7d', { kind: 'other', text: '-after:7d' }],
    ['before:12h', { kind: 'other', text: 'before:12h' }],
    ['after:7d code:4xx before:1d', { kind: 'other', text: 'after:7d before:1d' }],
    ['after:2026-08-05 before:2026-08-03', { kind: 'other', text: 'after:2026-08-05 before:2026-08-03' }],
    [
      'after:2026-08-03+09:00 before:2026-08-06+09:00',
      { kind: 'span', fromMs: Date.UTC(2026, 7, 2, 15), toMs: Date.UTC(2026, 7, 5, 15), whole: true },
    ],
    // A day in UTC is no whole day in Japan.
    ['on:2026-08-03', { kind: 'span', fromMs: Date.UTC(2026, 7, 3), toMs: Date.UTC(2026, 7, 4), whole: false }],
    ['after:2026-08-03+09:00', { kind: 'span', fromMs: Date.UTC(2026, 7, 2, 15), toMs: null, whole: true }],
  ])('%j', (text, view) => {
    expect(viewTimeRange(read(text), JAPAN)).toEqual(view);
  });

  it('has its days in the zone of the log, the last one included', () => {
    expect(dayOf(Date.UTC(2026, 7, 2, 15), JAPAN)).toBe('2026-08-03');
    expect(lastDayOf(Date.UTC(2026, 7, 5, 15), JAPAN)).toBe('2026-08-05');
  });
});

describe('the filter narrowed to days', () => {
  it.each([
    ['2026-08-03', '2026-08-05', 'code:4xx after:2026-08-03+09:00 before:2026-08-06+09:00 hour:3'],
    ['2026-08-05', '2026-08-03', 'code:4xx after:2026-08-03+09:00 before:2026-08-06+09:00 hour:3'],
    ['2026-08-03', '2026-08-03', 'code:4xx after:2026-08-03+09:00 before:2026-08-04+09:00 hour:3'],
    ['2026-08-03', '', 'code:4xx after:2026-08-03+09:00 hour:3'],
    ['', '2026-08-03', 'code:4xx before:2026-08-04+09:00 hour:3'],
    ['', 'tomorrow', 'code:4xx hour:3'],
  ])('from %j to %j', (from, to, expected) => {
    expect(days('code:4xx after:7d hour:3', from, to)).toBe(expected);
  });

  it('is read back as the days that were chosen', () => {
    const view = viewTimeRange(read(days('', '2026-12-31', '2027-01-01')), JAPAN);
    expect(view).toMatchObject({ kind: 'span', whole: true });
    if (view.kind !== 'span' || view.fromMs === null || view.toMs === null) throw new Error('no span');
    expect([dayOf(view.fromMs, JAPAN), lastDayOf(view.toMs, JAPAN)]).toEqual(['2026-12-31', '2027-01-01']);
  });
});
