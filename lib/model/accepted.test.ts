import { expect, test } from 'vitest';
import { acceptedParams, acceptedState } from './accepted';

const nothing = { total: 0, messages: 0, addresses: 0, lastMs: null };

test.each([
  [nothing, 'unchecked'],
  [{ ...nothing, total: 9 }, 'none'],
  [{ total: 9, messages: 1, addresses: 1, lastMs: 0 }, 'some'],
  // Only its further recipients stand on the day that was kept: it is mail that came from there all the same.
  [{ total: 9, messages: 0, addresses: 1, lastMs: 0 }, 'some'],
] as const)('%j is %s', (share, state) => {
  expect(acceptedState(share)).toBe(state);
});

test('a day is said as the UTC day it was counted by', () => {
  const share = { total: 9, messages: 2, addresses: 1, lastMs: Date.UTC(2026, 7, 3) };
  expect(acceptedParams(share)).toEqual({ checked: 'some', accepted: 9, affected: 2, clients: 1, day: '2026-08-03' });
  expect(acceptedParams(nothing)).toMatchObject({ checked: 'unchecked', day: '–' });
});
