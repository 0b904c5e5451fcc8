import { describe, expect, test } from 'vitest';
import { redate } from './redate';
import { isZone, openZone } from './zone';

const wall = (text: string): number => Date.parse(`${text}Z`);

test.each([
  ['UTC', true],
  ['Asia/Tokyo', true],
  ['+09:00', true],
  ['-03:30', true],
  ['+9', false],
  ['+15:00', false],
  ['+09:60', false],
  ['Mars/Base', false],
  ['', false],
  ['../etc', false],
])('isZone(%j) is %s', (text, expected) => {
  expect(isZone(text)).toBe(expected);
});

describe('offsets', () => {
  test.each([
    ['Asia/Tokyo', '2026-07-01T00:00:00', 540],
    ['-03:30', '2026-07-01T00:00:00', -210],
    ['Europe/Berlin', '2026-03-29T01:59:59', 60],
    // 02:00 to 03:00 is skipped: the offset before, an instant behind the gap.
    ['Europe/Berlin', '2026-03-29T02:30:00', 60],
    ['Europe/Berlin', '2026-03-29T03:00:00', 120],
    // 02:00 to 03:00 comes twice: the first time is meant.
    ['Europe/Berlin', '2026-10-25T02:59:59', 120],
    ['Europe/Berlin', '2026-10-25T03:00:00', 60],
    ['Australia/Lord_Howe', '2026-04-05T01:59:00', 660],
    ['Australia/Lord_Howe', '2026-04-05T02:00:00', 630],
    ['America/New_York', '2026-11-01T12:00:00', -300],
  ])('%s at %s is %i', (zone, text, minutes) => {
    expect(openZone(zone).offsetAt(wall(text))).toBe(minutes);
  });

  test('one zone answers days in any order', () => {
    const zone = openZone('Europe/Berlin');
    expect(
      ['2026-07-01T00:00:00', '2026-01-01T00:00:00', '2026-07-01T00:00:00'].map((t) => zone.offsetAt(wall(t))),
    ).toEqual([120, 60, 120]);
  });
});

describe('redate', () => {
  const moment = { timeMs: wall('2026-03-29T01:30:00'), utcOffsetMinutes: 60 };

  test('keeps the wall clock, also one that its zone skipped', () => {
    expect(redate(moment, { yearShift: 0, zone: 'UTC' })).toEqual({
      timeMs: wall('2026-03-29T02:30:00'),
      utcOffsetMinutes: 0,
    });
  });

  test('shifts the year and takes the offset of that year', () => {
    expect(redate(moment, { yearShift: -1, zone: 'Europe/Berlin' })).toEqual({
      timeMs: wall('2025-03-29T01:30:00'),
      utcOffsetMinutes: 60,
    });
    expect(redate(moment, { yearShift: 2, zone: 'Asia/Tokyo' })).toEqual({
      timeMs: wall('2028-03-28T17:30:00'),
      utcOffsetMinutes: 540,
    });
  });
});
