import type { Span } from './encoded-recipient';

/**
 * The rule for numbers. Three digits or more are variable wherever they stand: counters, dates and
 * ids are that long. One or two are not, since people are called anna2 and hosts mail1; but after a
 * bounce word every number is, since there it says which message bounced (`err7` and `err20481` are
 * one sender).
 */
const MIN_DIGITS = 3;
const MIN_HEX = 8;

/** Words that announce a return path. Source: VERP users' conventions (qmail, ezmlm, list servers). */
const BOUNCE_WORDS: ReadonlySet<string> = new Set(
  'bnc bounce bouncer bounces err error errors fbl nobounce ret return returns verp'.split(' '),
);
const LONGEST_BOUNCE_WORD = 8;
const SHORTEST_BOUNCE_WORD = 3;

/** Signed return paths carry a tag of hex digits that may happen to be all numbers. */
const TAG_MARKERS = ['prvs=', 'btv1=='];

const OTHER = 0;
const DIGIT = 1;
const HEX_LETTER = 2;
const LETTER = 3;
const BRACE = 4;

/** The class of every ASCII character, so that the loop below asks once per character. */
const CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (char >= '0' && char <= '9') return DIGIT;
  if (/[a-f]/i.test(char)) return HEX_LETTER;
  if (/[g-z]/i.test(char)) return LETTER;
  return char === '{' || char === '}' ? BRACE : OTHER;
});

const classAt = (text: string, index: number): number => CLASSES[text.charCodeAt(index)] ?? OTHER;

/**
 * Writes a sender's local part with its variable parts named. One pass over tokens (runs of letters
 * and digits); the recipient's span is taken out whole.
 */
export function writeVariables(local: string, recipient: Span | null): string {
  const end = local.length;
  let out = '';
  let copied = 0;
  let afterBounce = false;
  for (let i = 0; i < end; ) {
    if (recipient !== null && i === recipient.start) {
      out += `${local.slice(copied, i)}{recipient}`;
      copied = i = recipient.end;
      continue;
    }
    const kind = classAt(local, i);
    if (kind === OTHER) {
      i++;
      continue;
    }
    if (kind === BRACE) {
      out += local.slice(copied, i) + (local.charCodeAt(i) === 123 ? '%7b' : '%7d');
      copied = ++i;
      continue;
    }
    const stop = recipient !== null && i < recipient.start ? recipient.start : end;
    const tokenEnd = endOfToken(local, i, stop);
    const hexEnd = endOfHex(local, i, tokenEnd, stop);
    if (hexEnd > 0) {
      out += `${local.slice(copied, i)}{hex}`;
      copied = i = hexEnd;
      continue;
    }
    while (i < tokenEnd) {
      const runEnd = endOfRun(local, i, tokenEnd);
      if (classAt(local, i) === DIGIT) {
        if (afterBounce || runEnd - i >= MIN_DIGITS) {
          out += `${local.slice(copied, i)}{digits}`;
          copied = runEnd;
        }
      } else if (!afterBounce) {
        afterBounce = isBounceWord(local, i, runEnd);
      }
      i = runEnd;
    }
  }
  return copied === 0 ? local : out + local.slice(copied);
}

function endOfToken(text: string, start: number, stop: number): number {
  let i = start;
  while (i < stop && isAlphanumeric(classAt(text, i))) i++;
  return i;
}

const isAlphanumeric = (kind: number): boolean => kind >= DIGIT && kind <= LETTER;

/** The end of the digits, or of the letters, that begin at `start`. */
function endOfRun(text: string, start: number, stop: number): number {
  const digits = classAt(text, start) === DIGIT;
  let i = start + 1;
  while (i < stop && (classAt(text, i) === DIGIT) === digits) i++;
  return i;
}

/** Where the hex token that begins at `start` ends, or 0 where the token is none. */
function endOfHex(text: string, start: number, tokenEnd: number, stop: number): number {
  const length = tokenEnd - start;
  if (length < MIN_HEX) return 0;
  let digits = 0;
  for (let i = start; i < tokenEnd; i++) {
    const kind = classAt(text, i);
    if (kind === LETTER) return 0;
    if (kind === DIGIT) digits++;
  }
  if (length === MIN_HEX && tokenEnd + 28 <= stop && isUuidTail(text, tokenEnd)) return tokenEnd + 28;
  const mixed = digits > 0 && digits < length;
  return mixed || isTag(text, start, tokenEnd) ? tokenEnd : 0;
}

/** `-e29b-41d4-a716-446655440000`, the rest of a UUID, exactly. */
function isUuidTail(text: string, start: number): boolean {
  for (let i = 0; i < 28; i++) {
    const kind = classAt(text, start + i);
    const dash = i === 0 || i === 5 || i === 10 || i === 15;
    if (dash ? text.charCodeAt(start + i) !== 45 : kind !== DIGIT && kind !== HEX_LETTER) return false;
  }
  return !isAlphanumeric(classAt(text, start + 28));
}

function isTag(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(end) !== 61) return false;
  return TAG_MARKERS.some((marker) => start === marker.length && text.slice(0, start).toLowerCase() === marker);
}

function isBounceWord(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length < SHORTEST_BOUNCE_WORD || length > LONGEST_BOUNCE_WORD) return false;
  return BOUNCE_WORDS.has(text.slice(start, end).toLowerCase());
}
