import { run } from './connection';

/** The setting that counts how often events were removed or got other times. */
export const EVENTS_REWRITTEN = 'events-rewritten';

/** To be called in the transaction that does so: who keeps events in memory then reads them anew. */
export function noteEventsRewritten(): void {
  run(
    "INSERT INTO Setting (key, value) VALUES (?, '1') ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1",
    EVENTS_REWRITTEN,
  );
}
