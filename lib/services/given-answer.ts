import { type GivenAnswer, readGivenAnswer, readGivenList } from '@/lib/db/read/questions';
import { holdsMs } from './cache-times';
import type { Question } from './enqueue-question';
import type { Registries, Way } from './find-way';

/** A question as far as it says what is asked. */
type Asked = Pick<Question, 'kind' | 'key'>;

/**
 * The newest answer to a question, however old it is and by whichever way it came. A redirect's answer is kept under
 * the name of the RDAP server that gave it.
 */
export function findGivenAnswer(way: Way, question: Asked, { rdap }: Registries): GivenAnswer | undefined {
  const { row, by, query } = way;
  const given = readGivenAnswer(by === 'rdap' ? [...rdap.keys()] : [row.host], query);
  const list = question.kind === 'pivot' ? readGivenList(row.registry, question.key) : undefined;
  return list && (!given || list.atMs > given.atMs) ? list : given;
}

/** Until when an answer holds: not before then is its question put again. Epoch ms. */
export function holdsUntilMs({ kind }: Asked, { status, atMs }: GivenAnswer): number {
  return atMs + holdsMs(kind, status);
}

/** The answer to a question that still holds; undefined where it is to be asked. */
export function findHoldingAnswer(
  way: Way,
  question: Asked,
  nowMs: number,
  registries: Registries,
): GivenAnswer | undefined {
  const given = findGivenAnswer(way, question, registries);
  return given?.origin === 'user' && holdsUntilMs(question, given) > nowMs ? given : undefined;
}
