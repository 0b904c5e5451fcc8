import type { AnswerStatus } from '@/lib/model';
import type { Hint } from './grammar';
import { listOf, member, objectsOf, textMember, textsOf } from './json';

/** Searches and hierarchies, as opposed to look-ups of one object. */
export function isSearch(query: string): boolean {
  return /^(?:ips|autnums|entities|domains|nameservers)(?:[/?]|$)/.test(query);
}

/**
 * What an HTTP status, or an `errorCode` inside a 200, says: 501, 400 and 404 on a search mean that the registry
 * has no such search, not that nothing was found; null for success.
 */
export function judgeCode(code: number, query: string): AnswerStatus | null {
  if (code >= 200 && code < 300) return null;
  if (code === 429 || code === 503 || code === 509) return 'rate-limited';
  if (code === 401 || code === 403 || code === 451) return 'denied';
  if (code === 404) return isSearch(query) ? 'unsupported' : 'empty';
  return [400, 405, 406, 414, 422, 501].includes(code) ? 'unsupported' : 'failed';
}

/** Notices that there is more than was sent (RFC 9083, 10.2.1): for load, which passes, or by rule. */
const LOADED = /truncated due to excessive load/i;
const CUT = /(?:result set|object) truncated/i;
/** The same in words, where the type is missing. */
const WORDED =
  /\b(?:limited|truncated|at most|maximum of|only the first)\b[^\n]{0,80}?\b\d{1,6}\b|\bresults? (?:set )?(?:was |is |has been )?truncated\b/i;
const RATE = /\brate limit\b/i;

const RESULTS = ['ipSearchResults', 'autnumSearchResults', 'entitySearchResults', 'domainSearchResults'] as const;

/** How an RDAP answer ended by what stands in it; undefined is JSON that broke off. */
export function judgeRdap(root: unknown, hint: Hint): AnswerStatus {
  if (root === undefined) return 'truncated';
  const code = textMember(root, 'errorCode');
  if (code !== null) return judgeCode(Number(code), hint.query ?? '') ?? 'failed';
  const refused = judgeRipe(root);
  if (refused !== null) return refused;

  const searched = RESULTS.some((name) => Array.isArray(member(root, name)));
  const found =
    textMember(root, 'objectClassName') !== null || RESULTS.some((name) => listOf(member(root, name)).length > 0);
  const notices = objectsOf(root, 'notices').map((notice) => ({
    type: textMember(notice, 'type') ?? '',
    text: [textMember(notice, 'title') ?? '', ...textsOf(notice, 'description')].join('\n'),
  }));
  const loaded = notices.some(({ type }) => LOADED.test(type));
  if (!found) {
    if (loaded || notices.some(({ text }) => RATE.test(text))) return 'rate-limited';
    return searched ? 'empty' : 'failed';
  }
  if (loaded) return 'partial';
  const listing = searched || Array.isArray(member(root, 'networks'));
  const cut = notices.some(({ type, text }) => CUT.test(type) || (listing && WORDED.test(text)));
  return cut ? 'limited' : 'found';
}

/** RIPE's REST search sends its errors inside HTTP 200: `errormessages`, numbered as on port 43. */
function judgeRipe(root: unknown): AnswerStatus | null {
  const messages = objectsOf(member(root, 'errormessages'), 'errormessage').filter(
    (one) => textMember(one, 'severity')?.toLowerCase() === 'error',
  );
  const text = messages.map((one) => textMember(one, 'text') ?? '').join('\n');
  if (messages.length === 0) return null;
  if (/ERROR:101\b/.test(text)) return 'empty';
  if (/ERROR:201\b/.test(text)) return 'denied';
  if (/ERROR:30[56]\b/.test(text)) return 'rate-limited';
  return /ERROR:1\d\d\b/.test(text) ? 'unsupported' : 'failed';
}
