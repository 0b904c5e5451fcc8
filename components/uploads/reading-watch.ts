import type { Message } from '@/lib/model';
import { askJson, isMessage, isRecord } from './ask-json';

const EVERY_MS = 1000;
/** As many as one request may ask for. */
const AT_ONCE = 200;
const STATES = ['receiving', 'waiting', 'reading', 'done', 'failed'] as const;

/** How far the reading of an upload is; while it is coming in, `bytesRead` is what came. */
export interface ReadingState {
  state: (typeof STATES)[number];
  sizeBytes: number;
  bytesRead: number;
  lines: number;
  events: number;
  error: Message | null;
  pending: 'redate' | 'reformat' | 'forget' | null;
}

/** Null where the upload is gone. */
type Listener = (state: ReadingState | null) => void;

const watched = new Map<string, Set<Listener>>();
let timer: ReturnType<typeof setTimeout> | undefined;
/** Where the last round stopped among what is watched. */
let turn = 0;

/**
 * Tells how far an upload is, about once a second, until the returned function is called. Whatever a page watches is
 * asked for in one request.
 */
export function watchReading(publicId: string, listener: Listener): () => void {
  const listeners = watched.get(publicId) ?? new Set();
  watched.set(publicId, listeners.add(listener));
  timer ??= setTimeout(() => void ask(), EVERY_MS / 4);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) watched.delete(publicId);
  };
}

async function ask(): Promise<void> {
  const all = [...watched.keys()];
  if (turn >= all.length) turn = 0;
  const ids = all.slice(turn, turn + AT_ONCE);
  turn += AT_ONCE;
  try {
    if (ids.length > 0) tell(ids, await askJson(`/api/uploads?ids=${ids.join(',')}`));
  } catch (error) {
    // The server is being started anew, or the network went away: asked again, the page stays as it is.
    console.warn(error);
  }
  timer = watched.size > 0 ? setTimeout(() => void ask(), EVERY_MS) : undefined;
}

function tell(ids: readonly string[], answer: unknown): void {
  const rows = isRecord(answer) && Array.isArray(answer['uploads']) ? answer['uploads'] : [];
  const states = new Map<unknown, ReadingState>();
  for (const row of rows as unknown[]) {
    const state = readState(row);
    if (isRecord(row) && state) states.set(row['publicId'], state);
  }
  for (const id of ids) for (const listener of watched.get(id) ?? []) listener(states.get(id) ?? null);
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

function readState(row: unknown): ReadingState | null {
  if (!isRecord(row)) return null;
  const state = STATES.find((name) => name === row['state']);
  const { sizeBytes, bytesRead, lines, events, error, pending } = row;
  return state
    ? {
        state,
        sizeBytes: numberOf(sizeBytes),
        bytesRead: numberOf(bytesRead),
        lines: numberOf(lines),
        events: numberOf(events),
        error: isMessage(error) ? error : null,
        pending: pending === 'redate' || pending === 'reformat' || pending === 'forget' ? pending : null,
      }
    : null;
}
