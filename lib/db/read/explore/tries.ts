import { at } from './columns';
import { type Matches, placesOf } from './matches';

/** How senders try again. */
export interface Retries {
  /** Recipients and templates that were tried more than once. */
  retried: number;
  /** Of these, those tried twice from one address. */
  fromSameAddress: number;
}

export interface TimelinePoint {
  /** Start of the span, epoch ms. */
  atMs: number;
  first: number;
  retries: number;
}

/** Ids of a table stay below: two of them make one number. */
const MOST_IDS = 2 ** 26;

/** One recipient tried under one template, more than once. */
interface Tried {
  addresses: Set<number>;
  /** Some address tried twice. */
  again: boolean;
}

/**
 * First tries of a recipient under a template, told from those that follow.
 * @param width seconds of a span of the timeline; only spans with refusals are given
 */
export function readTries(matches: Matches, width: number): { retries: Retries; points: TimelinePoint[] } {
  const { seconds, addresses, recipients, templates } = matches.columns;
  // The address that tried first, and, of what was tried again, all of them.
  const firsts = new Map<number, number>();
  const again = new Map<number, Tried>();
  const points: TimelinePoint[] = [];
  for (const places of placesOf(matches)) {
    for (const place of places) {
      const atMs = Math.floor(at(seconds, place) / width) * width * 1000;
      let point = points.at(-1);
      if (point?.atMs !== atMs) points.push((point = { atMs, first: 0, retries: 0 }));
      const key = at(recipients, place) * MOST_IDS + at(templates, place);
      const address = at(addresses, place);
      const first = firsts.get(key);
      if (first === undefined) {
        firsts.set(key, address);
        point.first++;
        continue;
      }
      point.retries++;
      const tried = again.get(key) ?? { addresses: new Set([first]), again: false };
      again.set(key, tried);
      tried.again ||= tried.addresses.has(address);
      tried.addresses.add(address);
    }
  }
  const fromSameAddress = [...again.values()].filter((tried) => tried.again).length;
  return { retries: { retried: again.size, fromSameAddress }, points };
}
