import type { UnparsedReason } from '@/lib/model';
import { latin1 } from './bytes';

/** Not the server whose lines are wanted, or nothing to be seen in it. */
export const OTHER = -1;
/** A line that begins as syslog does and goes on in another way. */
export const NO_TAG = -2;
/** A line that says how often another came. */
export const COUNTED = -3;
/** A line of syslog whose program is not one of Postfix'. */
export const PROGRAM = -4;
/** A line that does not begin as syslog does. */
export const FILE = -5;
/** A line that says how often the one before it came. */
export const AGAIN = -7;
/** A line of Postfix' that refuses nothing, and may tell more of those that do. */
export const CONTEXT = -6;

const REFUSAL_MARK = /: (?:milter-)?reject(?:_warning)?: /;

/** What is amiss with a line that was not understood; null where it does not look like a refusal. */
export function markOf(head: number, bytes: Uint8Array, start: number, end: number): UnparsedReason | null {
  if (!isMarked(bytes, start, end)) return null;
  return head === COUNTED ? 'not-a-refusal' : 'no-stamp';
}

/** Whether it looks like a refusal. */
export function isMarked(bytes: Uint8Array, start: number, end: number): boolean {
  return REFUSAL_MARK.test(latin1(bytes, start, end));
}
