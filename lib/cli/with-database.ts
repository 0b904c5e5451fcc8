import { createTranslator } from '@/lib/messages';
import { UserError } from '@/lib/model';
import { closeDatabase, migrateDatabase } from '@/lib/services/migrate-database';
import { UsageError } from './options';

/**
 * Runs a command on an up-to-date database and closes it. An error the user can do something about becomes
 * a sentence on stderr and exit code 1 (2 where it was called wrongly); anything else is a fault of ours and is shown whole.
 */
export async function withDatabase(name: string, run: () => Promise<number>): Promise<number> {
  try {
    migrateDatabase();
    return await run();
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`ringleader ${name}: ${createTranslator('en').message(error.sentence)}\n`);
    return 1;
  } finally {
    closeDatabase();
  }
}
