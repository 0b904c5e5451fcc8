import { formatAddress, formatRange, type Message, message, parseAddress, parseRange } from '@/lib/model';
import { readAsn } from './answers/asn';
import { PIVOTS, type QuestionKind, type Questions } from './servers';

export interface Question {
  kind: QuestionKind;
  /**
   * An address, several of them with blanks between, a prefix or range, an AS number, a handle (for JPRS a domain), a
   * name or an e-mail address.
   */
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

/** Addresses one bulk question may hold: an answer of so many rows stays far below the byte cap. */
export const MAX_BULK = 5_000;

/** What is asked about by the number of an AS. */
const BY_ASN: ReadonlySet<QuestionKind> = new Set(['pivot-asn', 'announced', 'routes']);

/** Letters and digits first: neither a flag (`-V`) nor a command (`!gAS1`), and nothing unprintable. */
const HANDLE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

/** Controls and halves of characters, which no name has; and `*`, which would ask for whatever begins so (RFC 9082, 4.1). */
const UNNAMED = /[\p{Cc}\p{Cs}*]/u;
const MAILBOX = /^[^\s@]{1,64}@[^\s@]{1,255}$/u;
const MAX_NAME = 200;

/**
 * The query in this registry's own syntax: a line, without its end, or several with "\n" between; or the path of an
 * RDAP server. The key may be a stranger's text: addresses are rewritten in canonical form, a handle with
 * anything but letters, digits, dot, dash and underscore is refused, and so is a name with a wildcard.
 * @returns null where the registry does not offer the question, or the key is refused.
 */
export function questionText(row: Offer, question: Question): string | null {
  const template = row.questions[question.kind];
  if (template === null || findObstacle(row, question) !== null) return null;
  return template.replaceAll('{key}', () => readKey(row, question) ?? '');
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
  if (kind === 'pivot-name') return text !== '' && text.length <= MAX_NAME ? escapeText(text) : null;
  if (kind === 'pivot-email') return MAILBOX.test(text) ? escapeText(text) : null;
  if (kind === 'contact' || PIVOTS.has(kind)) return HANDLE.test(text) ? text : null;
  if (kind === 'origins') return readAddresses(text);
  if (BY_ASN.has(kind)) return readAsn(text)?.toString() ?? null;
  const range = parseRange(text);
  if (!range) return null;
  if (range.first === range.last) return formatRange(range).replace(/\/\d+$/, '');
  const written = formatRange(range).replaceAll(' ', '');
  return cidrOnly && written.includes('-') ? null : written;
}

/** As part of a path: only RDAP is asked by name or e-mail. */
function escapeText(text: string): string | null {
  return UNNAMED.test(text) ? null : encodeURIComponent(text);
}

/** A line each; null where one is no address, or there are none, or too many. */
function readAddresses(text: string): string | null {
  const addresses = text.split(/ +/).map(parseAddress);
  if (addresses.length > MAX_BULK) return null;
  const lines = addresses.flatMap((address) => (address ? [formatAddress(address)] : []));
  return lines.length === addresses.length ? lines.join('\n') : null;
}
