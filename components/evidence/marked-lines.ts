/** Words shorter than this stand in too many lines to point at one. */
const SHORTEST_WORD = 4;
/** Digits of a phone number that tell it, behind country and trunk prefix. */
const PHONE_DIGITS = 8;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/**
 * Which lines (0-based) of a registry's answer a claim rests on: those that hold one of the values the
 * claim's sentence names. A phone number is found however it is written.
 */
export function markedLines(text: string, values: readonly string[]): number[] {
  const words = values.filter((value) => value.length >= SHORTEST_WORD).map((value) => value.toLowerCase());
  const phones = values.filter((value) => /^\+\d{9,15}$/.test(value)).map((value) => value.slice(-PHONE_DIGITS));
  const marked: number[] = [];
  for (const [index, line] of text.replace(/\r\n?/g, '\n').split('\n').entries()) {
    const lower = line.toLowerCase();
    const digits = phones.length > 0 ? digitsOf(line) : '';
    if (words.some((word) => lower.includes(word)) || phones.some((phone) => digits.includes(phone)))
      marked.push(index);
  }
  return marked;
}
