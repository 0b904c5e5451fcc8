import { type GivenAnswer, readGivenAnswer, readGivenList, readGivenOrigin } from '@/lib/db/read/questions';
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
  const other = givenOtherwise(way, question);
  return other && (!given || other.atMs > given.atMs) ? other : given;
}

/** An answer to another question that answers this one too. */
function givenOtherwise({ row }: Way, { kind, key }: Asked): GivenAnswer | undefined {
  if (kind === 'pivot') return readGivenList(row.registry, key);
  return kind === 'origin' ? readGivenOrigin([row.host], key) : undefined;
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
