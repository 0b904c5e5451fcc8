import type { EvidenceRef } from '@/lib/model';

/** More than these are never opened at once: a finding keeps at most a hundred. */
const MOST = 200;

/**
 * Reads `?evidence=event:12,answer:5`; what is no reference is left out, repeats too.
 */
export function parseEvidence(text: string | undefined): EvidenceRef[] {
  const seen = new Set<string>();
  const refs: EvidenceRef[] = [];
  for (const piece of (text ?? '').split(',')) {
    const match = /^(event|answer):([1-9]\d{0,14})$/.exec(piece);
    if (!match || seen.has(piece) || refs.length >= MOST) continue;
    seen.add(piece);
    refs.push({ kind: match[1] === 'event' ? 'event' : 'answer', id: Number(match[2]) });
  }
  return refs;
}

/** The value of `?evidence=` that opens these. */
export function formatEvidence(refs: readonly EvidenceRef[]): string {
  return refs.map(({ kind, id }) => `${kind}:${id}`).join(',');
}

/** The parameters that open or shape the drawer: a page's own links leave them out. */
export const EVIDENCE_PARAMS = ['evidence', 'finding', 'only'] as const;

export type PageParams = Readonly<Record<string, string | string[] | undefined>>;

/** The first value of a parameter. */
export function paramOf(params: PageParams, name: string): string | undefined {
  const value = params[name];
  return Array.isArray(value) ? value[0] : value;
}

/**
 * The URL of this page with some parameters changed (null takes one out); the drawer's are kept only
 * where they are named.
 */
export function hrefWith(path: string, params: PageParams, change: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams();
  for (const name of Object.keys(params)) {
    const value = paramOf(params, name);
    if (value !== undefined && !(name in change) && !EVIDENCE_PARAMS.some((own) => own === name))
      query.set(name, value);
  }
  for (const [name, value] of Object.entries(change)) if (value !== null) query.set(name, value);
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
  return text ? `${path}?${text}` : path;
}
