import { openZone, type Zone } from './zone';

/** A moment as it is stored: UTC milliseconds, and the minutes east of UTC it was read in. */
export interface Moment {
  timeMs: number;
  utcOffsetMinutes: number;
}

let opened: { name: string; zone: Zone } | null = null;

/**
 * Reads a stored moment anew: the same wall clock, `yearShift` years later, in `zone` (a name that
 * `isZone` allows).
 */
export function redate(event: Moment, change: { yearShift: number; zone: string }): Moment {
  if (opened?.name !== change.zone) opened = { name: change.zone, zone: openZone(change.zone) };
  const wall = new Date(event.timeMs + event.utcOffsetMinutes * 60_000);
  if (change.yearShift !== 0) wall.setUTCFullYear(wall.getUTCFullYear() + change.yearShift);
  const utcOffsetMinutes = opened.zone.offsetAt(wall.getTime());
  return { timeMs: wall.getTime() - utcOffsetMinutes * 60_000, utcOffsetMinutes };
}
