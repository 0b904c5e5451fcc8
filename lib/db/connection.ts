import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { tryAddressBytes } from './address-bytes';
import { decodeSender } from './sender-variables';

export type Sql = Database.Database;

const BUSY_TIMEOUT_MS = 10_000;

/** A prepared statement; `numbered` where its parameters are `?1`, `?2` …, which the driver takes for names. */
interface Prepared {
  statement: Database.Statement;
  numbered: boolean;
}

interface Open {
  /** The setting it was opened by, to notice that a test moved it. */
  setting: string | undefined;
  sql: Sql;
  statements: Map<string, Prepared>;
  /** Names of those that readers added. */
  functions: Set<string>;
}

/** One per process; kept on globalThis because the web server's bundler loads a module more than once. */
const holder = globalThis as typeof globalThis & { ringleaderDatabase?: Open };

/** The data folder, absolute: `RINGLEADER_DATA`, or `./data`. It is read anew so that tests can move it. */
export function dataFolder(): string {
  return path.resolve(process.env['RINGLEADER_DATA'] ?? 'data');
}

function open(): Open {
  const setting = process.env['RINGLEADER_DATA'];
  if (holder.ringleaderDatabase && holder.ringleaderDatabase.setting === setting) return holder.ringleaderDatabase;
  closeDatabase();
  const folder = dataFolder();
  mkdirSync(folder, { recursive: true });
  const sql = new Database(path.join(folder, 'ringleader.db'), { timeout: BUSY_TIMEOUT_MS });
  sql.pragma('journal_mode = WAL');
  sql.pragma('synchronous = NORMAL');
  sql.pragma('foreign_keys = ON');
  sql.pragma('cache_size = -8192');
  // Fewer, larger checkpoints: each one syncs the disk.
  sql.pragma('wal_autocheckpoint = 8000');
  addFunctions(sql);
  holder.ringleaderDatabase = { setting, sql, statements: new Map(), functions: new Set() };
  return holder.ringleaderDatabase;
}

/** What queries need of our own: how addresses and senders are kept. */
function addFunctions(sql: Sql): void {
  const options = { deterministic: true };
  sql.function('addressBytes', options, (text: unknown) => (typeof text === 'string' ? tryAddressBytes(text) : null));
  sql.function('senderOf', options, (pattern: unknown, variables: unknown) =>
    decodeSender(typeof pattern === 'string' ? pattern : null, typeof variables === 'string' ? variables : null),
  );
}

/** Gives queries a function of a reader's own; a name stays what it first was. */
export function addFunction(name: string, work: (...params: never[]) => number): void {
  const { sql: connection, functions } = open();
  if (functions.has(name)) return;
  connection.function(name, work);
  functions.add(name);
}

/** Changes with everything that is written, here or in another process. */
export const readState = (): string =>
  JSON.stringify(one('SELECT total_changes() AS ours, (SELECT data_version FROM pragma_data_version) AS others'));

/** True where there was no room to write: in the file system, or within the size SQLite may grow to. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'SQLITE_FULL' || error.code === 'ENOSPC');
}

/** The connection for prepared SQL. Synchronous: a transaction on it never yields. */
export function sql(): Sql {
  return open().sql;
}

/**
 * Runs `work` in one immediate transaction: all of it or, when it throws, none of it.
 * Nested calls join the outer one.
 */
export function transaction<T>(work: () => T): T {
  const connection = sql();
  return connection.inTransaction ? work() : connection.transaction(work).immediate();
}

/** As {@link transaction}, and on the disk when it returns: for what somebody is told to be safe. Not to be nested. */
export function durableTransaction<T>(work: () => T): T {
  const connection = sql();
  // A commit to the write-ahead log is else synced with the next checkpoint only.
  connection.pragma('synchronous = FULL');
  try {
    return transaction(work);
  } finally {
    connection.pragma('synchronous = NORMAL');
  }
}

function prepared(text: string): Prepared {
  const { statements, sql: connection } = open();
  let known = statements.get(text);
  if (!known) {
    known = { statement: connection.prepare(text), numbered: /\?\d/.test(text) };
    statements.set(text, known);
  }
  return known;
}

const bind = (numbered: boolean, params: unknown[]): unknown[] =>
  numbered ? [Object.fromEntries(params.map((value, index) => [index + 1, value]))] : params;

/** A prepared statement, kept for the life of the connection. The text is always a literal of ours. */
export function prepare(text: string): Database.Statement {
  return prepared(text).statement;
}

/** All rows of a prepared query. `Row` is the shape the literal SQL selects. */
export function all<Row>(text: string, ...params: unknown[]): Row[] {
  const { statement, numbered } = prepared(text);
  return statement.all(...bind(numbered, params)) as Row[];
}

/** As {@link all}, one row at a time. Nothing can be written until it is read to its end, or left. */
export function each<Row>(text: string, ...params: unknown[]): IterableIterator<Row> {
  const { statement, numbered } = prepared(text);
  return statement.iterate(...bind(numbered, params)) as IterableIterator<Row>;
}

/** The first row of a prepared query, or undefined. */
export function one<Row>(text: string, ...params: unknown[]): Row | undefined {
  const { statement, numbered } = prepared(text);
  return statement.get(...bind(numbered, params)) as Row | undefined;
}

/** Runs a prepared write and returns how many rows it changed. */
export function run(text: string, ...params: unknown[]): number {
  const { statement, numbered } = prepared(text);
  return statement.run(...bind(numbered, params)).changes;
}

/** Runs a prepared `INSERT … RETURNING id`, an upsert too, and returns that id. */
export function insert(text: string, ...params: unknown[]): number {
  const row = one<{ id: number }>(text, ...params);
  if (!row) throw new Error('an insert returned no row');
  return row.id;
}

export function closeDatabase(): void {
  const database = holder.ringleaderDatabase;
  holder.ringleaderDatabase = undefined;
  database?.sql.close();
}
