import { findRecipients } from './find';
import type { Place } from './place';
import { indexRecipients } from './recipients';

export interface Redacted {
  text: string;
  /** Where a place of the original text (UTF-16 index) is now; inside a mask, its start or its end. */
  place(index: number, side: 'start' | 'end'): number;
}

/** Takes a text and gives it back with every recipient masked. */
export type Redact = (text: string) => Redacted;

/**
 * A redactor for these recipients. The same recipient has the same number in every text, so that a
 * reader still sees who was written to twice.
 */
export function createRedactor(recipients: readonly string[]): Redact {
  const index = indexRecipients(recipients);
  return (text) => {
    const places = joinPlaces(findRecipients(text, index));
    let masked = '';
    let from = 0;
    for (const { start, end, mask } of places) {
      masked += text.slice(from, start) + mask;
      from = end;
    }
    return { text: masked + text.slice(from), place: (at, side) => movePlace(places, at, side) };
  };
}

/** No redaction: a report for one's own use. */
export const keepAll: Redact = (text) => ({ text, place: (index) => index });

/** Places in order, none overlapping: of several at one spot the longest, widened by what it touches. */
function joinPlaces(places: readonly Place[]): Place[] {
  const sorted = [...places].sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: Place[] = [];
  for (const place of sorted) {
    const last = joined.at(-1);
    if (last && place.start < last.end) last.end = Math.max(last.end, place.end);
    else joined.push({ ...place });
  }
  return joined;
}

function movePlace(places: readonly Place[], index: number, side: 'start' | 'end'): number {
  let shift = 0;
  for (const { start, end, mask } of places) {
    if (index >= end) shift += mask.length - (end - start);
    else if (index > start) return start + shift + (side === 'start' ? 0 : mask.length);
    else break;
  }
  return index + shift;
}
