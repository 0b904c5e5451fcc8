import { spanOfMoment, type Term } from '@/lib/filter';

/** Seconds since 1970, the first included and the last not. */
export interface Span {
  from: number;
  to: number;
}

const EVER = 2 ** 32;

/** The times that a term's values name, whether it is negated or not; null for a field that is not about time. */
export function spansOf({ field, values }: Term, nowMs: number): Span[] | null {
  if (field !== 'after' && field !== 'before' && field !== 'on') return null;
  return values.flatMap((value) => {
    if (value.kind !== 'moment' && value.kind !== 'ago') return [];
    const second = Math.ceil((value.kind === 'ago' ? nowMs - value.ms : value.ms) / 1000);
    if (field === 'after') return [{ from: second, to: EVER }];
    if (field === 'before') return [{ from: 0, to: second }];
    return [{ from: second, to: Math.ceil(spanOfMoment(value).toMs / 1000) }];
  });
}
