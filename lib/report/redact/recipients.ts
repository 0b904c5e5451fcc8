import { lettersOf } from './letters';

/** What one recipient is called in a masked text. */
export interface Alias {
  local: string;
  /** Empty where the recipient had no domain. */
  domain: string;
}

/** The recipients by their letters alone, so that one look-up finds them through any separators. */
export interface RecipientIndex {
  /** Domain's letters → local part's letters → alias. */
  byDomain: ReadonlyMap<string, ReadonlyMap<string, Alias>>;
  /** The lengths of all local parts, longest first. */
  lengths: readonly number[];
  /** Recipients without a domain, lower case. */
  bare: ReadonlyMap<string, Alias>;
}

/** `x•••1@•••.example`: a number tells recipients apart, the last label says no more than a country. */
function aliasOf(number: number, domain: string): Alias {
  const last = /\.([a-z]{2,12})$/i.exec(domain)?.[1]?.toLowerCase();
  return { local: `x•••${number}`, domain: domain === '' ? '' : `•••${last === undefined ? '' : `.${last}`}` };
}

/**
 * Indexes recipients, numbered in their order; one that differs only in case keeps its number. The
 * address before a `+tag` is found too, under the same number.
 */
export function indexRecipients(recipients: readonly string[]): RecipientIndex {
  const byDomain = new Map<string, Map<string, Alias>>();
  const bare = new Map<string, Alias>();
  const known = new Set<string>();
  const add = (domain: string, local: string, alias: Alias): void => {
    const locals = byDomain.get(domain) ?? new Map<string, Alias>();
    byDomain.set(domain, locals);
    if (!locals.has(local)) locals.set(local, alias);
  };
  for (const recipient of recipients) {
    const address = recipient.trim();
    if (address === '' || known.has(address.toLowerCase())) continue;
    known.add(address.toLowerCase());
    const at = address.lastIndexOf('@');
    const domain = at < 0 ? '' : address.slice(at + 1);
    const local = at < 0 ? address : address.slice(0, at);
    const alias = aliasOf(known.size, domain);
    if (lettersOf(domain) === '') {
      bare.set(local.toLowerCase(), alias);
      continue;
    }
    const untagged = local.split('+')[0] ?? local;
    for (const spelled of [domain, domain.replaceAll('.', 'dot')]) {
      add(lettersOf(spelled), lettersOf(local), alias);
      add(lettersOf(spelled), lettersOf(untagged) || lettersOf(local), alias);
    }
  }
  const lengths = new Set([...byDomain.values()].flatMap((locals) => [...locals.keys()].map((local) => local.length)));
  return { byDomain, lengths: [...lengths].sort((a, b) => b - a), bare };
}
