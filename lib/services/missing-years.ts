import type { StoredUpload } from '@/lib/db/write/uploads';
import type { ParseSummary } from '@/lib/maillog';
import { localYear } from './local-year';

const DAY_MS = 86_400_000;

/**
 * How far the assumed years are off once the whole file is known: its last stamp lies in the year the user
 * gave, and never after the time the file was written.
 */
export function missingYears(
  upload: Pick<StoredUpload, 'year' | 'zone' | 'fileTimeMs'>,
  { lastAt }: Pick<ParseSummary, 'lastAt'>,
): number {
  if (lastAt === null) return 0;
  if (upload.year !== null) return upload.year - localYear(lastAt, upload.zone);
  const latest = upload.fileTimeMs + DAY_MS;
  return lastAt > latest ? localYear(latest, upload.zone) - localYear(lastAt, upload.zone) : 0;
}
