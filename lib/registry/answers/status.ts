import type { AnswerStatus } from '@/lib/model';
import type { Hint } from './grammar';
import { NO_MATCH } from './labels';

/**
 * What registries say in place of data, first match wins. Only whole lines in the registry's own voice
 * (comments, JPNIC's bare words) are looked at, never a value: those are strangers'.
 */
const PHRASES: ReadonlyArray<readonly [RegExp, AnswerStatus]> = [
  [/^%[ \t]*ERROR:[ \t]*201\b/m, 'denied'],
  [/^%[ \t]*Query rate limit exceeded\. Reduced information/im, 'partial'],
  [/^%[ \t]*ERROR:[ \t]*30[56]\b/m, 'rate-limited'],
  [
    /^%[ \t]*(?:Query rate limit exceeded|Maximum concurrent connections limit exceeded|Permission denied)/im,
    'rate-limited',
  ],
  [/^[%# \t]*(?:Rate Limit is maxed|WHOIS LIMIT EXCEEDED)/im, 'rate-limited'],
  [/^%[ \t]*ERROR:[ \t]*101\b/m, 'empty'],
  [/^%[ \t]*No entries found/im, 'empty'],
  [/^%[ \t]*(?:No match for|Unallocated and unassigned in) /im, 'empty'],
  [/^[ \t]*No Found[ \t]*$/im, 'empty'],
  [/^%[ \t]*This query returned 0 objects/im, 'empty'],
  [/^[%# \t]*No match found for/im, 'empty'],
  [new RegExp(`^[ \\t]*(?:${NO_MATCH})`, 'm'), 'empty'],
  [/^[%# \t]*Query terms are ambiguous/im, 'unsupported'],
  [/^%[ \t]*ERROR:[ \t]*1\d\d\b/m, 'unsupported'],
  [/^(?:%[ \t]*Invalid query|Error: no ASN or IP match)\b/im, 'unsupported'],
];

/** JPNIC and JPRS: asked for what refers to a handle. */
const CARET = /^\^/;

/**
 * How an answer ended, by its words. An answer without objects and without such words (nothing, a banner
 * alone, an error page) is a failed query, never "no match". "No match" to JPNIC's `^HANDLE` says that
 * the registry does not answer that question, not that nothing names the handle.
 * @param hasObjects whether a grammar found any object in it.
 */
export function judgeText(text: string, hasObjects: boolean, hint: Hint): AnswerStatus {
  const said = PHRASES.find(([pattern]) => pattern.test(text))?.[1];
  if (hasObjects) return said === 'partial' || said === 'rate-limited' || said === 'denied' ? 'partial' : 'found';
  if (said === 'empty' && CARET.test(hint.query ?? '')) return 'unsupported';
  return said ?? 'failed';
}

/**
 * How long a refusal (`%ERROR:201`) lasts: `today` until 00:00 UTC, `permanent` until a person writes to
 * the registry; null where the text is none.
 */
export function readDenial(text: string): 'today' | 'permanent' | null {
  const line = /^%[ \t]*ERROR:[ \t]*201\b[^\n]*(?:\n%[^\n]*)*/m.exec(text)?.[0];
  if (line === undefined) return null;
  return /permanently/i.test(line) ? 'permanent' : 'today';
}
