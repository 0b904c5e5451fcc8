import { type AddressRange, formatAddress, formatPrefix, rangeToPrefixes } from '@/lib/model';
import type { Value } from './filter';

/** The value that is exactly this text and nothing else: what of it is a pattern's sign stands for itself. */
export function exactly(text: string): Value {
  return { kind: 'glob', text: text.replace(/[\\*]/g, '\\$&') };
}

/** The value of an address range, with its canonical text: an address, a CIDR block, else `first-last`. */
export function rangeValue(range: AddressRange): Value {
  return { kind: 'range', range, text: printRange(range) };
}

function printRange(range: AddressRange): string {
  const { family, first, last } = range;
  if (first === last) return formatAddress({ family, value: first });
  const prefixes = rangeToPrefixes(range);
  const only = prefixes.length === 1 ? prefixes[0] : undefined;
  if (only) return formatPrefix(only);
  return `${formatAddress({ family, value: first })}-${formatAddress({ family, value: last })}`;
}

/** The value of an entity's own id, as links carry it. */
export function idValue(id: string | number): Value {
  return { kind: 'id', id: String(id) };
}

/** The value of a number. */
export function numberValue(number: number): Value {
  return { kind: 'numbers', first: number, last: number };
}

/**
 * A glob in its literal pieces: n stars make n + 1 pieces, and what is matched is the first at the start, the
 * last at the end, the others in that order between.
 * @returns for `a*\*b`: `['a', '*b']`
 */
export function splitGlob(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let at = 0;
  while (at < text.length) {
    const sign = text.charAt(at);
    const next = text.charAt(at + 1);
    if (sign === '\\' && (next === '*' || next === '\\')) {
      piece += next;
      at += 2;
      continue;
    }
    if (sign === '*') {
      pieces.push(piece);
      piece = '';
    } else piece += sign;
    at++;
  }
  return [...pieces, piece];
}

/** True where both values match the same, as far as their texts tell. */
export function isSameValue(a: Value, b: Value): boolean {
  switch (a.kind) {
    case 'range':
      return (
        b.kind === 'range' &&
        a.range.family === b.range.family &&
        a.range.first === b.range.first &&
        a.range.last === b.range.last
      );
    case 'glob':
      return b.kind === 'glob' && a.text.toLowerCase() === b.text.toLowerCase();
    case 'id':
      return b.kind === 'id' && a.id === b.id;
    case 'numbers':
      return b.kind === 'numbers' && a.first === b.first && a.last === b.last;
    case 'moment':
    case 'ago':
      return b.kind === a.kind && a.ms === b.ms && a.text === b.text;
  }
}
