import { expect, test } from 'vitest';
import { isInTheWay, nextWaitMs } from './refresh-pace';

test('every five seconds, less often where a page is slow, at least once a minute', () => {
  expect([0, 900, 1_000, 2_000, 60_000].map(nextWaitMs)).toEqual([5_000, 5_000, 5_000, 10_000, 60_000]);
});

/** A page that knows of so much only. */
const page = (focused: string | null, open: boolean) => ({
  activeElement:
    focused === null ? null : ({ closest: (selector: string) => (selector.includes(focused) ? {} : null) } as Element),
  querySelector: () => (open ? ({} as Element) : null),
});

test.each([
  ['nothing focused', null, false, false],
  ['a link focused', 'a[href]', false, false],
  ['a field focused', 'textarea', false, true],
  ['a drawer open', null, true, true],
])('%s', (_, focused, open, expected) => {
  expect(isInTheWay(page(focused, open))).toBe(expected);
});
