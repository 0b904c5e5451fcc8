import { readCalendarDay } from '../year';
import { joinPieces, type Layer, type Piece, standInFor, takeRest } from './layer';
import { BSD_STAMP, ISO_STAMP, SURE_TAG } from './patterns';

const DAY = 86_400_000;
const BSD_START = new RegExp(`^${BSD_STAMP}(?= )`);
const ISO_START = new RegExp(`^${ISO_STAMP} `);
const TAG_START = new RegExp(`^${SURE_TAG}`);

/** A stamp with year and zone that stood about a line, and what it was read from. */
export interface OuterStamp {
  text: string;
  source: Piece;
}

/**
 * A line that a container or a shipper of logs stamped once more. The outer stamp has year and zone, so it
 * stands for an inner one that has neither, if both name about the same day: a log that was copied in
 * later has its own time only.
 */
export function putUnderStamp(outer: OuterStamp | null, inner: Piece): Layer {
  if (!outer || ISO_START.test(inner.text)) return joinPieces([inner]);
  const bsd = BSD_START.exec(inner.text)?.[0];
  if (bsd !== undefined) {
    if (!isNearDay(outer.text, bsd)) return joinPieces([inner]);
    return joinPieces([...stampPieces(outer), takeRest(inner, bsd.length + 1)]);
  }
  if (!TAG_START.test(inner.text)) return joinPieces([inner]);
  return joinPieces([...stampPieces(outer), standInFor(takeRest(outer.source, outer.source.text.length), '- '), inner]);
}

/** The stamp and the blank behind it. */
export function stampPieces({ text, source }: OuterStamp): Piece[] {
  return [standInFor(source, text), standInFor(takeRest(source, source.text.length), ' ')];
}

let asked = { days: '', near: false };

/** True where the days differ by one at most, in whichever year: zones may lie between them. */
function isNearDay(iso: string, bsd: string): boolean {
  const days = iso.slice(0, 10) + bsd.slice(0, 7);
  // Most lines ask what the line before asked.
  if (asked.days !== days) asked = { days, near: compareDays(iso, bsd) };
  return asked.near;
}

function compareDays(iso: string, bsd: string): boolean {
  const day = readCalendarDay(bsd);
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = iso.slice(0, 10).split('-').map(Number);
  if (!day) return false;
  const outer = Date.UTC(year, month - 1, date);
  return [year - 1, year, year + 1].some((y) => Math.abs(Date.UTC(y, day.month - 1, day.day) - outer) <= DAY);
}
