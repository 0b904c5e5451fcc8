import { expect, test } from 'vitest';
import { type CalendarDay, firstYearFor, readCalendarDay } from './year';

test.each<[string, CalendarDay | null]>([
  ['Nov  4 05:14:21 mx1', { month: 11, day: 4 }],
  ['Nov 4 05:14:21 mx1', { month: 11, day: 4 }],
  ['Feb 29 05:14:21 mx1', { month: 2, day: 29 }],
  ['Nov 32 05:14:21 mx1', null],
  ['Nov  0 05:14:21 mx1', null],
  ['nov  4 05:14:21 mx1', null],
  ['2026-11-04T05:14:21Z', null],
  ['', null],
])('the day of %j', (line, expected) => {
  expect(readCalendarDay(line)).toEqual(expected);
});

test.each<[string, string[], number]>([
  ['one day', ['Mar  1'], 2026],
  ['within a year', ['Mar  1', 'Nov  4'], 2026],
  ['over New Year', ['Dec 28', 'Jan  3'], 2025],
  ['over two', ['Jul  1', 'Dec  1', 'Feb  1', 'Nov  1', 'Jan  5'], 2024],
  ['out of order by days', ['Mar 10', 'Mar  8'], 2026],
  ['out of order around New Year', ['Dec 31', 'Jan  1', 'Dec 31', 'Jan  1'], 2025],
])('the first year of a file that ends in 2026: %s', (_, stamps, expected) => {
  const days = stamps.flatMap((stamp) => readCalendarDay(`${stamp} `) ?? []);
  expect(days).toHaveLength(stamps.length);
  expect(firstYearFor(2026, days)).toBe(expected);
});
