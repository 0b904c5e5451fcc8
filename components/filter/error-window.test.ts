import { expect, it } from 'vitest';
import { errorWindow } from './error-window';

it.each([
  ['ip:x code:1', 3, 1, 'ip:', 'x', ' code:1'],
  [`${'a'.repeat(30)}X${'b'.repeat(30)}`, 30, 1, `…${'a'.repeat(24)}`, 'X', `${'b'.repeat(24)}…`],
  ['x'.repeat(60), 0, 60, '', `${'x'.repeat(48)}…`, ''],
])('of %j at %i, %i long', (text, at, length, before, bad, after) => {
  expect(errorWindow(text, { at, length })).toEqual({ before, bad, after });
});
