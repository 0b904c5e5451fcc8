import path from 'node:path';
import { migrate } from '@/lib/db/migrate';

/** The project's folder: prisma/migrations and the sample case lie in it, wherever the process runs. */
export function projectFolder(): string {
  return process.env['RINGLEADER_HOME'] ?? process.cwd();
}

/** Brings the database up to date; returns the migrations applied now. */
export function migrateDatabase(): string[] {
  return migrate(path.join(projectFolder(), 'prisma/migrations'));
}

export { closeDatabase } from '@/lib/db/transaction';
