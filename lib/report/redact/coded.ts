import type { View } from './letters';
import type { Place } from './place';

/** A way to write bytes as letters: the runs it makes, the bits a character holds, and its alphabet. */
interface Coding {
  name: string;
  runs: RegExp;
  bits: number;
  valueOf(character: string): number;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

const CODINGS: readonly Coding[] = [
  { name: 'hex', runs: /[0-9a-f]{10,}/gi, bits: 4, valueOf: (character) => Number.parseInt(character, 16) },
  {
    name: 'base64',
    runs: /[0-9a-z+/_-]{8,}/gi,
    bits: 6,
    valueOf: (character) => BASE64.indexOf({ '-': '+', _: '/' }[character] ?? character),
  },
  {
    name: 'base32',
    runs: /[a-z2-7]{10,}/gi,
    bits: 5,
    valueOf: (character) => BASE32.indexOf(character.toLowerCase()),
  },
];

/** Latin-1 text of the bytes that a run holds, read from its `skip`-th character on. */
function decode(run: string, skip: number, { bits, valueOf }: Coding): string {
  let text = '';
  let buffer = 0;
  let held = 0;
  for (let i = skip; i < run.length; i++) {
    buffer = ((buffer << bits) | valueOf(run.charAt(i))) & 0xfff;
    held += bits;
    if (held < 8) continue;
    held -= 8;
    text += String.fromCharCode((buffer >> held) & 0xff);
  }
  return text;
}

/**
 * Places of recipients inside runs of hex, base64 or base32, wherever in the run they begin.
 * @param findIn what finds recipients in a decoded text
 */
export function findCoded(view: View, findIn: (decoded: string) => readonly Place[]): Place[] {
  const places: Place[] = [];
  for (const coding of CODINGS) {
    for (const { 0: run, index } of view.text.matchAll(coding.runs)) {
      // After as many characters as give whole bytes the alignments repeat.
      const alignments = coding.bits === 4 ? 2 : coding.bits === 6 ? 4 : 8;
      for (let skip = 0; skip < alignments; skip++) {
        for (const inner of findIn(decode(run, skip, coding))) {
          const first = index + skip + Math.floor((inner.start * 8) / coding.bits);
          const last = Math.min(index + run.length, index + skip + Math.ceil((inner.end * 8) / coding.bits)) - 1;
          const mask = `${inner.mask}(${coding.name})`;
          places.push({ start: view.start[first] ?? 0, end: view.end[last] ?? 0, mask });
        }
      }
    }
  }
  return places;
}
