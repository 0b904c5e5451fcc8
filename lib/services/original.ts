import { rmSync } from 'node:fs';
import path from 'node:path';
import { dataFolder } from '@/lib/db/transaction';

/** Where an upload's bytes lie: in the data folder, or where the user has the file. */
export function originalPath(stored: string): string {
  return path.resolve(dataFolder(), stored);
}

/** Removes what was received; a file of the user's own is left alone. */
export function removeOriginal(stored: string): void {
  if (stored !== '' && !path.isAbsolute(stored)) rmSync(originalPath(stored), { force: true });
}
