import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { UserError, message } from '@/lib/model';
import { type Sql, sql } from './connection';

/** Prisma's own table of applied migrations, so that `prisma migrate status` agrees with us. */
const HISTORY = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp, "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;

/**
 * Applies the migrations of `folder` (`prisma/migrations`) that the database does not have yet, in the
 * order of their names, all of them in one exclusive transaction.
 * @returns the names applied now.
 * @throws UserError where the database was made by a newer version or a migration was changed.
 */
export function migrate(folder: string): string[] {
  const connection = sql();
  const files = readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'migration.sql')))
    .sort();
  // A rebuilt table would cascade into its children; SQLite allows the switch only outside a transaction.
  connection.pragma('foreign_keys = OFF');
  try {
    return connection.transaction(() => applyMissing(connection, folder, files)).exclusive();
  } finally {
    connection.pragma('foreign_keys = ON');
  }
}

function applyMissing(connection: Sql, folder: string, files: string[]): string[] {
  connection.exec(HISTORY);
  const rows = connection
    .prepare('SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE rolled_back_at IS NULL')
    .all() as Array<{ name: string; checksum: string }>;
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  const unknown = rows.find((row) => !files.includes(row.name));
  if (unknown) throw new UserError('conflict', message('services.migrate.newer', { name: unknown.name }));

  const now: string[] = [];
  for (const name of files) {
    const script = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
    const checksum = createHash('sha256').update(script).digest('hex');
    const known = applied.get(name);
    if (known === checksum) continue;
    if (known) throw new UserError('conflict', message('services.migrate.changed', { name }));
    connection.exec(script);
    connection
      .prepare(
        `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count)
         VALUES (?, ?, ?, ?, 1)`,
      )
      .run(randomUUID(), checksum, Date.now(), name);
    now.push(name);
  }
  return now;
}
