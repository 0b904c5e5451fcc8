import { describe, expect, it } from 'vitest';
import { bucketLabel, summarise } from './timeline-bucket';

const noon = Date.UTC(2026, 7, 3, 3);

describe('summarise', () => {
  it('adds up, and leaves out the empty ends', () => {
    expect(
      summarise([
        { at: 0, firstTries: 0, retries: 0 },
        { at: 1, firstTries: 1, retries: 1 },
        { at: 2, firstTries: 3, retries: 0 },
        { at: 3, firstTries: 0, retries: 0 },
      ]),
    ).toEqual({ total: 5, firstAt: 1, lastAt: 2, most: 3, mostAt: 2 });
    expect(summarise([{ at: 0, firstTries: 0, retries: 0 }])).toBeNull();
  });
});

describe('bucketLabel', () => {
  it.each([
    ['hour', 'en', '3 Aug 12:00'],
    ['day', 'en', '3 Aug'],
    ['hour', 'ja', '8月3日 12:00'],
    ['day', 'ja', '8月3日'],
  ] as const)('%s %s', (unit, language, expected) => {
    expect(bucketLabel(noon, unit, 540, language)).toBe(expected);
  });
});
