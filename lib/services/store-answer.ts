import { insertAnswer, storeFacts, type StoredFacts } from '@/lib/db/write/answers';
import { organisationKey, toE164 } from '@/lib/detect';
import type { ParsedAnswer, RegistryId } from '@/lib/model';
import { newPublicId, sha256 } from './ids';

/** A raw answer and where it came from. */
export interface RawAnswer {
  server: string;
  query: string;
  bytes: Uint8Array;
  text: string;
  askedMs: number;
  source: 'live' | 'pasted' | 'sample';
}

/** The country whose dialling rules a registry's phone numbers follow when they name none. */
const COUNTRY: Partial<Record<RegistryId, string>> = { jpnic: 'JP', jprs: 'JP', krnic: 'KR', twnic: 'TW', nicbr: 'BR' };

/**
 * Keeps the raw answer as evidence and writes what it says. Use inside a transaction.
 * @param keepListed whether networks above and below, which it lists, were what was asked for
 */
export function storeAnswer(raw: RawAnswer, parsed: ParsedAnswer, keepListed = false): StoredFacts {
  const origin = raw.source === 'sample' ? 'sample' : 'user';
  const answerId = insertAnswer({
    ...raw,
    publicId: newPublicId(),
    sha256: sha256(raw.bytes),
    status: parsed.status,
    origin,
  });
  const phoneE164 = (phone: string): string | null => readPhone(phone, parsed.registry);
  return storeFacts(parsed, answerId, origin, { organisationKey, phoneE164 }, keepListed);
}

/** A phone number as E.164, by the dialling rules of the registry that tells it; null where it is none. */
export function readPhone(phone: string, registry: RegistryId): string | null {
  return toE164(phone, COUNTRY[registry]);
}
