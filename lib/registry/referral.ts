import type { Address } from '@/lib/model';
import { allowedReferral, type Directory } from './directory';
import type { ServerRow } from './servers';

/** Referrals followed for one question. */
export const MAX_HOPS = 3;

/** Why a referral is not followed: the host is not in our list, was asked already, or is one too many. */
export type ReferralObstacle = 'not-listed' | 'loop' | 'too-many-hops';

/**
 * Whom a referral leads to. Its host must be a row of the directory: another scheme or port (`rwhois://`,
 * `:4321`) was no host in the first place. The address a host resolves to is checked when it is connected to.
 * @param asked the hosts asked for this question so far, the one that refers included.
 */
export function followReferral(
  directory: Directory,
  referral: string,
  asked: readonly string[],
  address?: Address,
): { row: ServerRow } | { obstacle: ReferralObstacle } {
  const row = allowedReferral(directory, referral, address);
  if (!row) return { obstacle: 'not-listed' };
  if (asked.some((host) => host.toLowerCase() === row.host)) return { obstacle: 'loop' };
  return asked.length > MAX_HOPS ? { obstacle: 'too-many-hops' } : { row };
}
