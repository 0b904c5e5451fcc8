import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Database from 'better-sqlite3';
import { PrismaClient } from './generated/client';

export type Sql = Database.Database;

const BUSY_TIMEOUT_MS = 10_000;

interface Open {
  folder: string;
  sql: Sql;
  prisma: PrismaClient | null;
  statements: Map<string, Database.Statement>;
}

/** One per process; kept on globalThis because the web server's bundler loads a module more than once. */
const holder = globalThis as typeof globalThis & { ringleaderDatabase?: Open };

/** The data folder, absolute: `RINGLEADER_DATA`, or `./data`. It is read anew so that tests can move it. */
export function dataFolder(): string {
  return path.resolve(process.env['RINGLEADER_DATA'] ?? 'data');
}

function open(): Open {
  const folder = dataFolder();
  if (holder.ringleaderDatabase?.folder === folder) return holder.ringleaderDatabase;
  closeDatabase();
  mkdirSync(folder, { recursive: true });
  const sql = new Database(path.join(folder, 'ringleader.db'), { timeout: BUSY_TIMEOUT_MS });
  sql.pragma('journal_mode = WAL');
  sql.pragma('synchronous = NORMAL');
  sql.pragma('foreign_keys = ON');
  sql.pragma('cache_size = -65536');
  holder.ringleaderDatabase = { folder, sql, prisma: null, statements: new Map() };
  return holder.ringleaderDatabase;
}

/** The connection for prepared SQL. Synchronous: a transaction on it never yields. */
export function sql(): Sql {
  return open().sql;
}

/** Prisma on the same file. For single statements only: a transaction of its own would yield in its middle. */
export function prisma(): PrismaClient {
  const database = open();
  database.prisma ??= new PrismaClient({
    adapter: new PrismaBetterSqlite3(
      { url: `file:${path.join(database.folder, 'ringleader.db')}`, timeout: BUSY_TIMEOUT_MS },
      { timestampFormat: 'unixepoch-ms' },
    ),
  });
  return database.prisma;
}

/**
 * Runs `work` in one immediate transaction: all of it or, when it throws, none of it.
 * Nested calls join the outer one.
 */
export function transaction<T>(work: () => T): T {
  const connection = sql();
  return connection.inTransaction ? work() : connection.transaction(work).immediate();
}

/** A prepared statement, kept for the life of the connection. The text is always a literal of ours. */
export function prepare(text: string): Database.Statement {
  const { statements, sql: connection } = open();
  let statement = statements.get(text);
  if (!statement) {
    statement = connection.prepare(text);
    statements.set(text, statement);
  }
  return statement;
}

/** The driver takes `?1`, `?2` … for names: such a statement is given its values by name. */
function bind(text: string, params: unknown[]): unknown[] {
  return /\?\d/.test(text) ? [Object.fromEntries(params.map((value, index) => [index + 1, value]))] : params;
}

/** All rows of a prepared query. `Row` is the shape the literal SQL selects. */
export function all<Row>(text: string, ...params: unknown[]): Row[] {
  return prepare(text).all(...bind(text, params)) as Row[];
}

/** The first row of a prepared query, or undefined. */
export function one<Row>(text: string, ...params: unknown[]): Row | undefined {
  return prepare(text).get(...bind(text, params)) as Row | undefined;
}

/** Runs a prepared write and returns how many rows it changed. */
export function run(text: string, ...params: unknown[]): number {
  return prepare(text).run(...bind(text, params)).changes;
}

export function closeDatabase(): void {
  const database = holder.ringleaderDatabase;
  holder.ringleaderDatabase = undefined;
  void database?.prisma?.$disconnect();
  database?.sql.close();
}
