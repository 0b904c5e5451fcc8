import { parseRange } from '@/lib/model';
import { readBlocks, valueOf, wordOf } from './attributes';
import { emptyParts, type Grammar } from './grammar';

/**
 * IANA's answer. It says who is to be asked (`refer:`, `whois:`); its blocks are whole registries', and so
 * no networks of anybody: they are listed as what lies around the address.
 */
export const iana: Grammar = {
  id: 'iana',
  matches: (text) =>
    /^(?:% IANA WHOIS server|source:[ \t]+IANA\s*$)/im.test(text) &&
    /^(?:refer|whois|inetnum|inet6num|organisation|domain):/m.test(text),
  parse(text) {
    const attributes = readBlocks(text).flat();
    const range = parseRange(valueOf(attributes, 'inetnum', 'inet6num') ?? '');
    return {
      ...emptyParts('iana'),
      listed: range
        ? [
            {
              relation: 'less-specific',
              range,
              name: null,
              organisation: valueOf(attributes, 'organisation'),
              kind: null,
            },
          ]
        : [],
      referral: valueOf(attributes, 'refer', 'whois') === null ? null : readHost(wordOf(attributes, 'refer', 'whois')),
    };
  },
};

/** The host of a referral: a bare name or `whois://host`; another scheme or port is not followed. */
export function readHost(text: string | null): string | null {
  const match = /^(?:whois:\/\/)?([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?::43)?\/?$/.exec(text ?? '');
  return match?.[1]?.toLowerCase() ?? null;
}
