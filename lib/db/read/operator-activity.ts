import { type Filter, idValue } from '@/lib/filter';
import { explore, type Matches, readFacet, readRows, readTries, type TimelinePoint, type Retries } from './explore';
import { readServicesOf } from './leaks';

export type { Retries, TimelinePoint } from './explore';

/** What an operator did, as far as refusals tell. */
export interface OperatorActivity {
  firstMs: number | null;
  lastMs: number | null;
  /** Zone of the log, from its newest event. */
  utcOffsetMinutes: number;
  /** Those with most refusals, at most {@link MOST}. */
  templates: Array<{ id: number; pattern: string; events: number }>;
  recipients: Array<{ text: string; service: string | null; events: number }>;
  retries: Retries;
  timeline: { unit: 'hour' | 'day'; points: TimelinePoint[] };
}

const MOST = 100;
const TWO_WEEKS_MS = 14 * 86_400_000;
const SECONDS = { hour: 3600, day: 86_400 } as const;

/** What an operator did, by its public id; of one that is none, nothing. */
export async function readOperatorActivity(publicId: string): Promise<OperatorActivity> {
  const filter: Filter = { terms: [{ field: 'operator', negated: false, values: [idValue(publicId)] }] };
  const { matches } = await explore(filter, 0, { whole: true });
  const [first] = readRows(matches, { order: 'oldest', offset: 0, limit: 1 });
  const [last] = readRows(matches, { order: 'newest', offset: 0, limit: 1 });
  const unit = last && first && last.timeMs - first.timeMs > TWO_WEEKS_MS ? 'day' : 'hour';
  const { retries, points } = readTries(matches, SECONDS[unit]);
  return {
    firstMs: first?.timeMs ?? null,
    lastMs: last?.timeMs ?? null,
    utcOffsetMinutes: last?.utcOffsetMinutes ?? 0,
    templates: readFacet(matches, 'template', MOST).values.map(({ id, label, events }) => ({
      id,
      pattern: label,
      events,
    })),
    recipients: readRecipients(matches),
    retries,
    timeline: { unit, points },
  };
}

function readRecipients(matches: Matches): OperatorActivity['recipients'] {
  const { values } = readFacet(matches, 'recipient', MOST);
  const services = readServicesOf(values.map(({ id }) => id));
  return values.map(({ id, label, events }) => ({ text: label, service: services.get(id) ?? null, events }));
}
