import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { addFunction, one, sql } from '../../connection';
import { EVENTS_REWRITTEN } from '../../rewritten';

/**
 * All events in memory, one array a column, in the order of time (seconds, then id): 24 bytes an event. What is
 * counted, listed or drawn under a filter is counted here; SQLite is asked for the rows that are shown. 0 stands for
 * "none" in the columns of ids.
 */
export interface Columns {
  readonly length: number;
  /** Since 1970, UTC. */
  readonly seconds: Uint32Array;
  readonly ids: Uint32Array;
  readonly addresses: Uint32Array;
  readonly kinds: Uint32Array;
  readonly templates: Uint32Array;
  readonly recipients: Uint32Array;
}

/** The columns, and whether all of the events are in them yet. */
export interface Loaded {
  columns: Columns;
  /** Events in the database; more than `columns.length` only while they are being read. */
  total: number;
}

const NAMES = ['seconds', 'ids', 'addresses', 'kinds', 'templates', 'recipients'] as const;
type Writable = Record<(typeof NAMES)[number], Uint32Array> & { length: number };

/** Ids read at one time: about 20 ms, after which others get their turn. */
const STEP = 1 << 16;
/** Events read before they are shown. */
const PORTION = 1 << 20;
/** So long a page waits for events that are being read; then it takes those that are there. */
const PATIENCE_MS = 1_000;

const empty = (capacity: number): Writable => ({
  length: 0,
  seconds: new Uint32Array(capacity),
  ids: new Uint32Array(capacity),
  addresses: new Uint32Array(capacity),
  kinds: new Uint32Array(capacity),
  templates: new Uint32Array(capacity),
  recipients: new Uint32Array(capacity),
});

/** Keeps the columns of one database up to date; asked before every use. */
class ColumnStore {
  private columns: Columns = empty(0);
  private lastId = 0;
  private rewritten = -1;
  private reading: Promise<void> | null = null;

  /** Waits until all events are in, or, where there are very many, not longer than a reader would. */
  async load(whole: boolean): Promise<Loaded> {
    if (this.isBehind() || this.reading) {
      this.reading ??= this.read().finally(() => (this.reading = null));
      await (whole ? this.reading : Promise.race([this.reading, wait(PATIENCE_MS, undefined, { ref: false })]));
    }
    const total = this.reading ? Math.max(countAllEvents(), this.columns.length) : this.columns.length;
    return { columns: this.columns, total };
  }

  private isBehind(): boolean {
    return readRewritten() !== this.rewritten || readLastId() !== this.lastId;
  }

  private async read(): Promise<void> {
    const rewritten = readRewritten();
    if (rewritten !== this.rewritten) {
      // Events were removed or got other times: what is in memory says so no longer.
      this.columns = empty(0);
      this.lastId = 0;
      this.rewritten = rewritten;
    }
    const end = readLastId();
    let spare = this.columns.length === 0 ? countAllEvents() : 0;
    while (this.lastId < end) {
      const portion = empty(Math.min(PORTION, STEP * Math.ceil((end - this.lastId) / STEP)));
      while (this.lastId < end && portion.length + STEP <= portion.ids.length) {
        const to = Math.min(this.lastId + STEP, end);
        readInto(portion, this.lastId, to);
        this.lastId = to;
        await nextTurn();
      }
      sortColumns(portion);
      this.columns = join(this.columns, portion, spare);
      spare = 0;
    }
  }
}

const readLastId = (): number => one<{ id: number | null }>('SELECT max(id) AS id FROM Event')?.id ?? 0;
/** How many events there are, without looking at any. */
export function countAllEvents(): number {
  return one<{ n: number }>('SELECT coalesce(sum(events), 0) AS n FROM Upload')?.n ?? 0;
}

const readRewritten = (): number =>
  Number(one<{ value: string }>('SELECT value FROM Setting WHERE key = ?', EVENTS_REWRITTEN)?.value ?? 0);

/** Appends the events with an id in (`after`, `to`]. A function of our own takes them: no row becomes an object. */
function readInto(target: Writable, after: number, to: number): void {
  sink = target;
  addFunction('takeEvent', takeEvent);
  one(
    'SELECT sum(takeEvent(id, timeMs, addressId, kindId, templateId, recipientId)) FROM Event WHERE id > ? AND id <= ?',
    after,
    to,
  );
}

let sink: Writable = empty(0);

/** A function of SQL that takes a row into the columns. */
function takeEvent(
  id: number,
  timeMs: number,
  address: number | null,
  kind: number,
  template: number | null,
  recipient: number | null,
): number {
  const place = sink.length++;
  sink.seconds[place] = Math.max(0, Math.floor(timeMs / 1000));
  sink.ids[place] = id;
  sink.addresses[place] = address ?? 0;
  sink.kinds[place] = kind;
  sink.templates[place] = template ?? 0;
  sink.recipients[place] = recipient ?? 0;
  return 1;
}

/** Brings a portion into order. Logs are nearly always in it already. */
function sortColumns(columns: Writable): void {
  const { length, seconds } = columns;
  let sorted = true;
  for (let i = 1; i < length && sorted; i++) sorted = at(seconds, i - 1) <= at(seconds, i);
  if (sorted) return;
  // Ids ascend as they are read, so the place stands for the id: seconds × 2^21 + place is below 2^53.
  const keys = new Float64Array(length);
  for (let i = 0; i < length; i++) keys[i] = at(seconds, i) * 2 * PORTION + i;
  keys.sort();
  const places = Uint32Array.from(keys, (key) => key % (2 * PORTION));
  for (const name of NAMES) {
    const column = columns[name];
    columns[name] = Uint32Array.from(places, (place) => at(column, place));
  }
}

/**
 * Both in one order. A reader of `old` is never disturbed: behind its length there is room for what follows it in
 * time, everything else is a new array.
 * @param room how many events are known to come.
 */
function join(old: Columns, more: Writable, room: number): Columns {
  const length = old.length + more.length;
  const follows = old.length === 0 || more.length === 0 || comesBefore(old, old.length - 1, more, 0);
  if (follows && length <= old.ids.length) {
    for (const name of NAMES) old[name].set(more[name].subarray(0, more.length), old.length);
    return { ...old, length };
  }
  const joined = { ...empty(Math.max(room, Math.ceil(length * (old.length === 0 ? 1 : 1.25)))), length };
  if (follows) {
    for (const name of NAMES) {
      joined[name].set(old[name].subarray(0, old.length));
      joined[name].set(more[name].subarray(0, more.length), old.length);
    }
    return joined;
  }
  let [i, j] = [0, 0];
  for (let to = 0; to < length; to++) {
    const fromOld = j === more.length || (i < old.length && comesBefore(old, i, more, j));
    const source = fromOld ? old : more;
    const from = fromOld ? i++ : j++;
    joined.seconds[to] = at(source.seconds, from);
    joined.ids[to] = at(source.ids, from);
    joined.addresses[to] = at(source.addresses, from);
    joined.kinds[to] = at(source.kinds, from);
    joined.templates[to] = at(source.templates, from);
    joined.recipients[to] = at(source.recipients, from);
  }
  return joined;
}

function comesBefore(a: Columns, i: number, b: Columns, j: number): boolean {
  const [one, other] = [at(a.seconds, i), at(b.seconds, j)];
  return one === other ? at(a.ids, i) < at(b.ids, j) : one < other;
}

/** An element that is there. */
export function at(column: Uint32Array, index: number): number {
  return column[index] ?? 0;
}

/** One a database and process; on globalThis because the web server's bundler loads a module more than once. */
const holder = globalThis as typeof globalThis & { ringleaderColumns?: { of: object; store: ColumnStore } };

/**
 * The events' columns as they are now.
 * @param whole wait for all of them, however many they are.
 */
export function loadColumns(whole: boolean): Promise<Loaded> {
  const connection = sql();
  if (holder.ringleaderColumns?.of !== connection) {
    holder.ringleaderColumns = { of: connection, store: new ColumnStore() };
  }
  return holder.ringleaderColumns.store.load(whole);
}
