import { type Candidate, type Completion, dataCandidate, type FieldName } from '@/lib/filter';

/** A value that the data has: as the filter would match it (or `#12`), how it is called, how many refusals it has. */
export interface Suggestion {
  value: string;
  label?: string;
  count?: number;
}

/** One line of the list. */
export interface Option {
  candidate: Candidate;
  label?: string;
  count?: number;
}

/** More lines than these are no list to choose from. */
const MOST = 60;

/** Where the values of this field are asked; the parameters that `href` has are kept. */
export function suggestUrl(href: string, field: FieldName, prefix: string): string {
  return `${href}${href.includes('?') ? '&' : '?'}${new URLSearchParams({ field, prefix }).toString()}`;
}

function isSuggestion(value: unknown): value is Suggestion {
  if (typeof value !== 'object' || value === null || !('value' in value) || typeof value.value !== 'string')
    return false;
  const label = 'label' in value ? value.label : undefined;
  const count = 'count' in value ? value.count : undefined;
  return (label === undefined || typeof label === 'string') && (count === undefined || typeof count === 'number');
}

/** The values of an answer `{ values: [{ value, label?, count? }] }`; null where it is none. */
export function readSuggestions(answer: unknown): Suggestion[] | null {
  if (typeof answer !== 'object' || answer === null || !('values' in answer)) return null;
  const { values } = answer;
  return Array.isArray(values) && values.every(isSuggestion) ? values : null;
}

/** Those in whose value or label the prefix occurs, for the time until the next answer. */
export function narrowSuggestions(all: readonly Suggestion[], prefix: string): Suggestion[] {
  const typed = prefix.toLowerCase();
  return all.filter(({ value, label = '' }) => `${value}\n${label}`.toLowerCase().includes(typed));
}

/** The lines to offer: what is always the same, then what the data has, each text once. */
export function listOptions({ candidates, field }: Completion, suggestions: readonly Suggestion[]): Option[] {
  const seen = new Set(candidates.map(({ text }) => text));
  const options: Option[] = candidates.map((candidate) => ({ candidate }));
  for (const { value, label, count } of field ? suggestions : []) {
    const candidate = dataCandidate(field ?? 'text', value);
    if (seen.has(candidate.text)) continue;
    seen.add(candidate.text);
    options.push({ candidate, label, count });
  }
  return options.slice(0, MOST);
}
