import { type Address, formatAddress, formatRange, type Message, message, parseRange } from '@/lib/model';
import { readAsn } from './answers/asn';
import { PIVOTS, type QuestionKind, type Questions } from './servers';

export interface Question {
  kind: QuestionKind;
  /** An address, a prefix or range, an AS number, or a handle (for JPRS a domain). */
  key: string;
}

/** What of a whois or RDAP row decides whether it can be asked. */
export interface Offer {
  questions: Questions;
  pivot: boolean;
  /** True where a range must be one CIDR block. */
  cidrOnly?: boolean;
}

/**
 * Why a question is not put: the registry has no such question, a person switched it off, or the key is no
 * address, AS number or handle. None of them says that there is nothing.
 */
export type Obstacle = 'not-offered' | 'switched-off' | 'refused-key';

/** Letters and digits first: neither a flag (`-V`) nor a command (`!gAS1`), and nothing unprintable. */
const HANDLE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

/**
 * The query line, without line end, or the path of an RDAP server, in this registry's own syntax. The key may be a stranger's text:
 * addresses are rewritten in canonical form, and a handle with anything but letters, digits, dot, dash
 * and underscore is refused.
 * @returns null where the registry does not offer the question, or the key is refused.
 */
export function questionText(row: Offer, question: Question): string | null {
  const template = row.questions[question.kind];
  if (template === null || findObstacle(row, question) !== null) return null;
  return template.replace('{key}', () => readKey(row, question) ?? '');
}

/** What stands between a question and its registry; null where it can be asked. */
export function findObstacle(row: Offer, question: Question): Obstacle | null {
  if (row.questions[question.kind] === null) return 'not-offered';
  if (PIVOTS.has(question.kind) && !row.pivot) return 'switched-off';
  return readKey(row, question) === null ? 'refused-key' : null;
}

/** The obstacle as a sentence; params: `server`. */
export function explainObstacle(obstacle: Obstacle, server: string): Message {
  return message(`registry.question.${obstacle}`, { server });
}

function readKey({ cidrOnly = false }: Offer, { kind, key }: Question): string | null {
  const text = key.replace(/[\r\n]/g, '').trim();
  if (kind === 'contact' || PIVOTS.has(kind)) return HANDLE.test(text) ? text : null;
  if (kind === 'pivot-asn') return readAsn(text)?.toString() ?? null;
  const range = parseRange(text);
  if (!range) return null;
  if (range.first === range.last) return formatRange(range).replace(/\/\d+$/, '');
  const written = formatRange(range).replaceAll(' ', '');
  return cidrOnly && written.includes('-') ? null : written;
}

/** Addresses one bulk question may hold: an answer of so many rows stays far below the byte cap. */
export const MAX_BULK = 5_000;

/**
 * Team Cymru's bulk question, a line each: address → AS, prefix, AS name of all of them at once.
 * @throws Error on more than {@link MAX_BULK} addresses, or none, which is a fault of ours.
 */
export function bulkQuery(addresses: readonly Address[]): string[] {
  if (addresses.length === 0 || addresses.length > MAX_BULK)
    throw new Error(`a bulk question holds 1 to ${MAX_BULK} addresses, not ${addresses.length}`);
  return ['begin', 'verbose', ...addresses.map(formatAddress), 'end'];
}
