import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatCompact,
  formatDuration,
  formatOffset,
  formatRelative,
  formatDays,
  formatTime,
  formatWeight,
  formatCountry,
} from './format';
import { visiblePieces, visibleText } from './visible-text';

const noon = Date.UTC(2026, 7, 3, 3, 15, 23);

describe('formatTime', () => {
  it.each([
    [540, 'en', 'minute', '3 Aug 2026 12:15 +09:00'],
    [540, 'ja', 'second', '2026年8月3日 12:15:23 +09:00'],
    [-210, 'en', 'second', '2 Aug 2026 23:45:23 -03:30'],
    [540, 'en', 'date', '3 Aug 2026'],
    [540, 'ja', 'short', '8月3日 12:15 +09:00'],
  ] as const)('%i %s %s', (offset, language, style, expected) => {
    expect(formatTime(noon, offset, language, style)).toBe(expected);
  });

  it('does not throw on what is no time', () => {
    expect(formatTime(Number.NaN, 0, 'en')).toBe('–');
  });
});

describe('numbers and spans', () => {
  it('reads well in both languages', () => {
    expect(formatOffset(-30)).toBe('-00:30');
    expect(formatCompact(9999, 'en')).toBe('9,999');
    expect(formatCompact(1_204_000, 'en')).toBe('1.2M');
    expect(formatCompact(1_204_000, 'ja')).toBe('120.4万');
    expect(formatWeight(0.999)).toBe('0.99');
    expect(formatBytes(3_400_000, 'en')).toBe('3.4 MB');
    expect(formatDuration(240_000, 'en')).toBe('4 min');
    expect(formatRelative(noon - 3 * 86_400_000, noon, 'en')).toBe('3 days ago');
    expect(formatRelative(noon + 8_000, noon, 'ja')).toBe('8 秒後');
  });
});

describe('visible text', () => {
  it('shows what hides and isolates what runs the other way', () => {
    expect(visibleText('a\u0000b\u200bc\u0085')).toBe('a␀b⟨200B⟩c⟨0085⟩');
    expect(visibleText('אבג')).toBe('\u2068אבג\u2069');
    expect(visiblePieces('x\n\u001b[0m', '\n')).toEqual([
      { text: 'x\n', hidden: false },
      { text: '␛', hidden: true },
      { text: '[0m', hidden: false },
    ]);
  });
});

describe('formatDays', () => {
  // The first moment of 3 August 2026 in Japan, and days behind it.
  const first = Date.UTC(2026, 7, 2, 15);
  const DAY = 86_400_000;
  it.each([
    [DAY - 1, 'en', '3 Aug 2026'],
    [DAY, 'en', '3 Aug – 4 Aug 2026'],
    [200 * DAY, 'en', '3 Aug 2026 – 19 Feb 2027'],
    [DAY - 1, 'ja', '2026年8月3日'],
    [DAY, 'ja', '2026年8月3日～8月4日'],
    [200 * DAY, 'ja', '2026年8月3日～2027年2月19日'],
  ] as const)('%d ms later in %s', (ms, language, expected) => {
    expect(formatDays(first, first + ms, 540, language)).toBe(expected);
  });
});

it.each([
  ['JP', 'Japan', '日本'],
  ['nl', 'Netherlands', 'オランダ'],
  ['EU # broadcast', 'EU # broadcast', 'EU # broadcast'],
  ['QZ', 'QZ', 'QZ'],
])('the country %s', (code, en, ja) => {
  expect([formatCountry(code, 'en'), formatCountry(code, 'ja')]).toEqual([en, ja]);
});
