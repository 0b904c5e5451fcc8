import {
  type AskOptions,
  type Directory,
  findObstacle,
  isAnnouncedSearch,
  limitByHelp,
  type Obstacle,
  type QuestionKind,
  questionText,
  type RdapDirectory,
  type RdapRow,
  type ServerRow,
} from '@/lib/registry';
import { readHelp } from './kept-help';

/** Everybody who can be asked. */
export interface Registries {
  whois: Directory;
  rdap: RdapDirectory;
  /** How long and how large one answer may be, and how names are resolved, where not as usual. */
  asking?: Partial<Pick<AskOptions, 'deadlineMs' | 'maxBytes' | 'resolve'>>;
}

/** How one question is put. */
export type Way = { by: 'whois'; row: ServerRow; query: string } | { by: 'rdap'; row: RdapRow; query: string };

interface Asked {
  kind: QuestionKind;
  key: string;
}

/** What says most about a question that nobody can be asked, first. */
const TELLING: readonly Obstacle[] = ['switched-off', 'refused-key', 'not-offered'];

/**
 * Whom of a registry's servers a question is put to: whois before RDAP, because RIPE counts the personal objects
 * that RDAP brings unasked, and the server that told of the subject before its siblings.
 */
export function findWay(
  { whois, rdap }: Registries,
  registry: string,
  question: Asked,
  nowMs: number,
  teller?: string,
): Way | { obstacle: Obstacle } {
  // What a server at the site's own address told is asked of such servers only.
  const isOwn = teller !== undefined && (whois.get(teller) ?? rdap.get(teller))?.address != null;
  const rows = [...whois.values(), ...rdap.values()].filter(
    (row) => row.registry === registry && (!isOwn || row.address !== null),
  );
  const told = rows.filter((row) => row.host === teller && !('base' in row));
  const ways = [...told, ...rows].map((row) => wayBy(row, question, nowMs));
  const open = ways.find((way) => 'row' in way);
  if (open) return open;
  const obstacles = ways.flatMap((way) => ('obstacle' in way ? [way.obstacle] : []));
  return { obstacle: TELLING.find((obstacle) => obstacles.includes(obstacle)) ?? 'not-offered' };
}

/** The server a question is queued for, in whichever directory it stands. */
export function findRow({ whois, rdap }: Registries, server: string): ServerRow | RdapRow | undefined {
  return whois.get(server) ?? rdap.get(server);
}

/**
 * The question as this one server takes it; a search that the server's own help, as kept, does not announce, is not
 * offered.
 */
export function wayBy(row: ServerRow | RdapRow, question: Asked, nowMs: number): Way | { obstacle: Obstacle } {
  const able =
    'base' in row && isAnnouncedSearch(row, question.kind) ? limitByHelp(row, readHelp(row, nowMs) ?? '') : row;
  const query = questionText(able, question);
  if (query === null) return { obstacle: nameObstacle(able, question) };
  return 'base' in able ? { by: 'rdap', row: able, query } : { by: 'whois', row: able, query };
}

/** What the directory itself does not ask for, no person switched off. */
function nameObstacle(row: ServerRow | RdapRow, question: Asked): Obstacle {
  const obstacle = findObstacle(row, question) ?? 'not-offered';
  return obstacle === 'switched-off' && !row.overridden ? 'not-offered' : obstacle;
}
