import type { FieldName, Filter, Term, Value } from './filter';
import { momentAt, parseAgo, type Span, spanOfMoment } from './moments';
import { isSameValue } from './values';

/** The fields of which one refusal may have several values: a second condition narrows, where else it would replace. */
const MANY: ReadonlySet<FieldName> = new Set(['contact', 'has', 'text']);
const TIMES: ReadonlySet<FieldName> = new Set(['after', 'before', 'on']);

/**
 * The filter with "only this" (or, `negated`, "not this") added. "Only this" takes the place of what the field was
 * narrowed to before; what is left out gathers in one term. Neither contradicts itself: what becomes wanted is no
 * longer left out, and the other way round.
 */
export function withTerm(filter: Filter, field: FieldName, value: Value, negated = false): Filter {
  const isOf = (term: Term, side: boolean): boolean => term.field === field && term.negated === side;
  const terms = filter.terms.flatMap((term) => (isOf(term, !negated) ? withoutValue(term, value) : [term]));
  if (terms.some((term) => isOf(term, negated) && isSaid(term, value, negated))) return { terms };
  const joins = negated || !MANY.has(field);
  const at = joins ? terms.findIndex((term) => isOf(term, negated)) : -1;
  const old = terms[at];
  if (!old) return { terms: [...terms, { field, negated, values: [value] }] };
  const next: Term = { ...old, values: negated ? [...old.values, value] : [value] };
  return {
    terms: terms.flatMap((term, index) => (index === at ? [next] : negated || !isOf(term, false) ? [term] : [])),
  };
}

function withoutValue(term: Term, value: Value): Term[] {
  const values = term.values.filter((other) => !isSameValue(other, value));
  return values.length > 0 ? [{ ...term, values }] : [];
}

/** True where the term says it already: a list that leaves it out, or a term that wants nothing else. */
function isSaid({ values }: Term, value: Value, negated: boolean): boolean {
  return values.some((other) => isSameValue(other, value)) && (negated || values.length === 1);
}

/** The filter without its term at this place. */
export function withoutTerm(filter: Filter, index: number): Filter {
  return { terms: filter.terms.filter((_term, at) => at !== index) };
}

/**
 * The filter narrowed to this span instead of all that it says about points in time (`hour` and `weekday` stay).
 * @param fromMs UTC epoch milliseconds, included; null leaves the start open
 * @param toMs UTC epoch milliseconds, excluded; null leaves the end open
 * @param utcOffsetMinutes minutes east of UTC of the clock in which the text says it
 */
export function withSpan(filter: Filter, fromMs: number | null, toMs: number | null, utcOffsetMinutes: number): Filter {
  const timeTerm = (field: FieldName, ms: number | null): Term[] => {
    if (ms === null) return [];
    const { ms: at, text } = momentAt(ms, utcOffsetMinutes);
    return [{ field, negated: false, values: [{ kind: 'moment', ms: at, text }] }];
  };
  return withTimes(filter, [...timeTerm('after', fromMs), ...timeTerm('before', toMs)]);
}

/**
 * The filter narrowed to so long before now instead of all that it says about points in time.
 * @param text such as `7d`; the filter stays as it is where that is no such time
 */
export function withAgo(filter: Filter, text: string): Filter {
  const ago = parseAgo(text);
  return ago === null
    ? filter
    : withTimes(filter, [{ field: 'after', negated: false, values: [{ kind: 'ago', ...ago }] }]);
}

/** The terms of a filter that speak of points in time. */
export function timeTerms({ terms }: Filter): Term[] {
  return terms.filter(({ field }) => TIMES.has(field));
}

/** The filter with these in place of its {@link timeTerms}, where the first of them stood. */
function withTimes(filter: Filter, times: readonly Term[]): Filter {
  const first = filter.terms.findIndex(({ field }) => TIMES.has(field));
  const at = first < 0 ? filter.terms.length : first;
  const others = (terms: Term[]): Term[] => terms.filter(({ field }) => !TIMES.has(field));
  return { terms: [...others(filter.terms.slice(0, at)), ...times, ...others(filter.terms.slice(at))] };
}

/**
 * The span outside of which nothing matches, as far as `after`, `before` and `on` tell: the narrowest one where
 * several do, from the first to the last where `on` lists several. An empty span has its end before its start.
 * @param nowMs UTC epoch milliseconds from which `7d` counts back
 */
export function spanOf(filter: Filter, nowMs: number): Span {
  let fromMs: number | null = null;
  let toMs: number | null = null;
  for (const term of filter.terms) {
    const span = spanOfTerm(term, nowMs);
    if (span.fromMs !== null) fromMs = Math.max(fromMs ?? span.fromMs, span.fromMs);
    if (span.toMs !== null) toMs = Math.min(toMs ?? span.toMs, span.toMs);
  }
  return { fromMs, toMs };
}

function spanOfTerm({ field, negated, values }: Term, nowMs: number): Span {
  const spans = values.flatMap((value) => {
    if (value.kind === 'ago') return [{ fromMs: nowMs - value.ms, toMs: nowMs - value.ms }];
    return value.kind === 'moment' ? [spanOfMoment(value)] : [];
  });
  const starts = spans.map((span) => span.fromMs);
  if (starts.length === 0 || !TIMES.has(field)) return { fromMs: null, toMs: null };
  const [least, most] = [Math.min(...starts), Math.max(...starts)];
  // A list of starts is as wide as its earliest; left out, all of them must be.
  if (field === 'after') return negated ? { fromMs: null, toMs: least } : { fromMs: least, toMs: null };
  if (field === 'before') return negated ? { fromMs: most, toMs: null } : { fromMs: null, toMs: most };
  if (negated) return { fromMs: null, toMs: null };
  return { fromMs: least, toMs: Math.max(...spans.map((span) => span.toMs)) };
}
