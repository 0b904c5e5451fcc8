import type { Columns } from './columns';
import { readKinds } from './masks';
import { type Matches, placeAt, placesOf, setRun, wordsFor } from './matches';

const HOUR = 3600;
export const HOURS_A_WEEK = 168;
/** 1970 began on a Thursday: so many hours after its Monday. */
const FIRST_HOUR = 72;
/** Zones differ from UTC by quarters of an hour; a log that says otherwise is believed to the minute. */
const QUARTER = 900;
const MINUTE = 60;

/** The hour of the week, from Monday's first. */
const hourOf = (second: number): number => (Math.floor(second / HOUR) + FIRST_HOUR) % HOURS_A_WEEK;

/** The logs' zones, in seconds ahead of UTC, and the zone of each kind of refusal, as a place among them. */
function readZones(): { zones: number[]; zoneOf: Uint32Array } {
  const kinds = readKinds();
  const zones: number[] = [];
  const zoneOf = new Uint32Array(Math.max(0, ...kinds.map(({ id }) => id)) + 1);
  for (const { id, utcOffsetMinutes } of kinds) {
    const known = zones.indexOf(utcOffsetMinutes * MINUTE);
    zoneOf[id] = known >= 0 ? known : zones.push(utcOffsetMinutes * MINUTE) - 1;
  }
  return { zones, zoneOf };
}

/**
 * Events that were logged in hours that are wanted, by their logs' own clocks: a bit an event.
 * @param wanted of each hour of the week whether it is
 */
export function eventsInHours(columns: Columns, wanted: readonly boolean[]): Int32Array {
  const { length, seconds, kinds } = columns;
  const { zones, zoneOf } = readZones();
  const words = new Int32Array(wordsFor(length));
  const span = zones.every((zone) => zone % QUARTER === 0) ? QUARTER : MINUTE;
  for (let from = 0, to = 0; from < length; from = to) {
    // In the order of time: no clock comes to another hour within such a run.
    const start = Math.floor((seconds[from] ?? 0) / span) * span;
    to = placeAt(columns, start + span);
    const inZone = zones.map((zone) => wanted[hourOf(start + zone)] === true);
    if (!inZone.includes(false)) setRun(words, from, to);
    else if (inZone.includes(true)) {
      for (let place = from; place < to; place++) {
        if (inZone[zoneOf[kinds[place] ?? 0] ?? 0]) setRun(words, place, place + 1);
      }
    }
  }
  return words;
}

/** Events by the hour of the week at which their log says they were refused: 168 numbers from Monday's first hour. */
export function countWeekHours(matches: Matches): number[] {
  const { seconds, kinds } = matches.columns;
  const { zones, zoneOf } = readZones();
  const aheadOf = Int32Array.from(zoneOf, (zone) => zones[zone] ?? 0);
  const counts = new Uint32Array(HOURS_A_WEEK);
  for (const places of placesOf(matches)) {
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? 0;
      const second = (seconds[place] ?? 0) + (aheadOf[kinds[place] ?? 0] ?? 0);
      const hour = hourOf(second);
      counts[hour] = (counts[hour] ?? 0) + 1;
    }
  }
  return Array.from(counts);
}
