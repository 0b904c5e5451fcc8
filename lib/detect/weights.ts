/**
 * How much a reason is worth, and how reasons add up. The start weights of registry evidence follow
 * the as2org line of work (CAIDA as2org, as2org+ 2023, Prefix2Org 2025): identifiers that a registry
 * hands out weigh most, what one types into a form less, what one writes into a mail least.
 */

/** Start weights by what is shared, before damping by rarity. */
export const WEIGHTS = {
  'organisation-handle': 0.95,
  handle: 0.7,
  maintainer: 0.6,
  phone: 0.6,
  email: 0.6,
  'mail-domain': 0.4,
  office: 0.5,
  building: 0.15,
  name: 0.2,
  template: 0.25,
} as const;

/** From here on "many share it": the damped weight is below 0.2 and pairs are no longer listed. */
export const MAX_SHARERS = 16;

/**
 * Damps a weight by how many others share the fact: what two share counts in full, what three share
 * half, and what a hundred share is nothing.
 * @param others sharers besides the one we look at; 0 and 1 both leave the weight as it is.
 */
export function dampByRarity(weight: number, others: number): number {
  return round(weight / (1 + Math.log2(Math.max(others, 1))));
}

/** 1 - (1-a)(1-b)…: independent reasons together, each able to stand alone. */
export function combineIndependent(weights: Iterable<number>): number {
  let doubt = 1;
  for (const weight of weights) doubt *= 1 - weight;
  return round(1 - doubt);
}

/** Three decimals, so that 0.85 is 0.85 on every machine and a threshold means what it says. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
