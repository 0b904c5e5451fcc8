import {
  type AskOptions,
  type Directory,
  findObstacle,
  type Obstacle,
  type QuestionKind,
  questionText,
  type RdapDirectory,
  type RdapRow,
  type ServerRow,
} from '@/lib/registry';

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
  teller?: string,
): Way | { obstacle: Obstacle } {
  // What a server at the site's own address told is asked of such servers only.
  const isOwn = teller !== undefined && (whois.get(teller) ?? rdap.get(teller))?.address != null;
  const rows = [...whois.values(), ...rdap.values()].filter(
    (row) => row.registry === registry && (!isOwn || row.address !== null),
  );
  const told = rows.filter((row) => row.host === teller && !('base' in row));
  const ways = [...told, ...rows].map((row) => wayBy(row, question));
  const open = ways.find((way) => 'row' in way);
  if (open) return open;
  const obstacles = ways.flatMap((way) => ('obstacle' in way ? [way.obstacle] : []));
  return { obstacle: TELLING.find((obstacle) => obstacles.includes(obstacle)) ?? 'not-offered' };
}

/** The server a question is queued for, in whichever directory it stands. */
export function findRow({ whois, rdap }: Registries, server: string): ServerRow | RdapRow | undefined {
  return whois.get(server) ?? rdap.get(server);
}

/** The question as this one server takes it. */
export function wayBy(row: ServerRow | RdapRow, question: Asked): Way | { obstacle: Obstacle } {
  const query = questionText(row, question);
  if (query === null) return { obstacle: findObstacle(row, question) ?? 'not-offered' };
  return 'base' in row ? { by: 'rdap', row, query } : { by: 'whois', row, query };
}
