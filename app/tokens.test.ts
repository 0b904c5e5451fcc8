import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((match) => [
    match[1] ?? '',
    { light: match[2] ?? '', dark: match[3] ?? '' },
  ]),
);

/** WCAG 2.2 relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The least contrast of a token with the three grounds it may stand on. */
function leastContrast(name: string, theme: 'light' | 'dark'): number {
  const own = luminance(tokens.get(name)?.[theme] ?? '#');
  return Math.min(
    ...['paper', 'sheet', 'sunk'].map((ground) => {
      const other = luminance(tokens.get(ground)?.[theme] ?? '#');
      return (Math.max(own, other) + 0.05) / (Math.min(own, other) + 0.05);
    }),
  );
}

const TEXT = [
  'ink',
  'ink-2',
  'ink-3',
  'seal',
  'focus',
  'f-time',
  'f-address',
  'f-code',
  'f-sender',
  'f-recipient',
  'f-helo',
];
const SHAPES = ['edge', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'];

describe.each(['light', 'dark'] as const)('the %s tokens', (theme) => {
  it.each(TEXT)('%s can be read on every ground', (name) => {
    expect(leastContrast(name, theme)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(SHAPES)('%s can be seen on every ground', (name) => {
    expect(leastContrast(name, theme)).toBeGreaterThanOrEqual(3);
  });
});
