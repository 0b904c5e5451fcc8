import { expect, it } from 'vitest';
import { fillTimeline } from './fill-timeline';

const HOUR = 3_600_000;

it('fills the hours between and leads each to its own refusals', () => {
  const points = [
    { atMs: 10 * HOUR, first: 2, retries: 1 },
    { atMs: 12 * HOUR, first: 0, retries: 4 },
  ];
  expect(fillTimeline(points, 'hour', (from, to) => `${from}-${to}`)).toEqual([
    { at: 10 * HOUR, firstTries: 2, retries: 1, href: `${10 * HOUR}-${11 * HOUR - 1}` },
    { at: 11 * HOUR, firstTries: 0, retries: 0 },
    { at: 12 * HOUR, firstTries: 0, retries: 4, href: `${12 * HOUR}-${13 * HOUR - 1}` },
  ]);
});

it('leaves the gaps out where there would be too many, and is empty where nothing is', () => {
  const far = [
    { atMs: 0, first: 1, retries: 0 },
    { atMs: 5000 * HOUR, first: 1, retries: 0 },
  ];
  expect(fillTimeline(far, 'hour', () => '')).toHaveLength(2);
  expect(fillTimeline([], 'day', () => '')).toEqual([]);
});
