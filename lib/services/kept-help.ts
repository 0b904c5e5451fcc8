import { readGivenAnswer } from '@/lib/db/read/questions';
import { HELP_PATH, type RdapRow } from '@/lib/registry';

const DAY_MS = 86_400_000;
/** A server seldom learns a new kind of search. */
const HELP_MS = 30 * DAY_MS;
/** Help that could not be read may have been out of order. */
const UNREADABLE_MS = DAY_MS;

/** What an RDAP server says of itself, as it was kept; null where it was not asked, or so long ago that it is asked again. */
export function readHelp({ host }: RdapRow, nowMs: number): string | null {
  const given = readGivenAnswer([host], HELP_PATH);
  if (!given) return null;
  return given.atMs + (given.status === 'found' ? HELP_MS : UNREADABLE_MS) > nowMs ? given.text : null;
}
