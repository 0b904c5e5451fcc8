import { type AnswerStatus, type Origin, parseRange } from '@/lib/model';
import { readAsn } from './asn';
import { emptyParts, type Grammar } from './grammar';
import { isObject, listOf, member, parseJson, textMember } from './json';
import { judgeCode } from './rdap-status';

/** More than any AS announces; what an answer may hold is bounded by its bytes. */
const MAX_PREFIXES = 100_000;

/**
 * RIPEstat's data call `announced-prefixes`: the blocks an AS was seen to announce in the two weeks before, each with
 * its times. An error stands in `status` and `status_code`, whatever HTTP says.
 */
export const ripestat: Grammar = {
  id: 'ripestat',
  matches: (text) => /^\s*\{/.test(text) && /"data_call_(?:name|status)"/.test(text),
  parse(text, hint) {
    const data = member(parseJson(text), 'data');
    const asked = /[?&]resource=(?:AS)?(\d{1,10})/i.exec(hint.query ?? '')?.[1] ?? null;
    const asn = readAsn(textMember(data, 'resource')) ?? readAsn(asked);
    const origins = asn === null ? [] : listOf(member(data, 'prefixes'), MAX_PREFIXES).flatMap(readPrefix(asn));
    return {
      ...emptyParts('ripestat'),
      ...(origins.length > 0 && { origins }),
    };
  },
  judge: (text, hint) => judge(parseJson(text), hint.query ?? ''),
};

const readPrefix =
  (asn: number) =>
  (value: unknown): Origin[] => {
    const range = parseRange(textMember(value, 'prefix') ?? '');
    return range ? [{ asn, seen: true, name: null, range, address: null, country: null, allocatedOn: null }] : [];
  };

function judge(root: unknown, query: string): AnswerStatus {
  if (!isObject(root)) return 'truncated';
  const status = textMember(root, 'status');
  // A data call that is being looked after answers later.
  if (status === 'maintenance') return 'rate-limited';
  const code = Number(textMember(root, 'status_code') ?? (status === 'ok' ? 200 : 500));
  const said = judgeCode(code, query);
  if (said !== null) return said;
  const prefixes = member(member(root, 'data'), 'prefixes');
  if (status !== 'ok' || !Array.isArray(prefixes)) return 'failed';
  return prefixes.length > 0 ? 'found' : 'empty';
}
