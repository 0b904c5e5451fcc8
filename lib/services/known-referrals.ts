import { readAnswersSince } from '@/lib/db/read/kept-answers';
import type { Address, AddressRange } from '@/lib/model';
import { allowedReferral, buildPrefixTable, type Directory, IANA, parseAnswer } from '@/lib/registry';
import { cacheMs } from './cache-times';

/** Whom IANA has named lately for the block around an address; null where it was not asked. */
export type FindReferral = (address: Address) => string | null;

/** Reads whom IANA's answers that still hold send us to, block by block: one question serves a whole registry's block. */
export function readReferrals(nowMs: number, directory: Directory): FindReferral {
  const known: Array<{ range: AddressRange; host: string }> = [];
  for (const text of readAnswersSince(IANA, nowMs - cacheMs('network'))) {
    const { listed, referral } = parseAnswer(text, { server: IANA });
    const [around] = listed;
    if (around && referral !== null) known.push({ range: around.range, host: referral });
  }
  const table = buildPrefixTable(known.map(({ range }) => range));
  return (address) => {
    const place = table.findAddress(address);
    const host = place === null ? undefined : known[place]?.host;
    return host === undefined ? null : (allowedReferral(directory, host, address)?.host ?? null);
  };
}
