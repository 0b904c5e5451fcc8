import { FILTER_NAMES, type FilterName } from '@/components/events/event-view';
import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import type { EventCursor, EventFilter } from '@/lib/db/read/events';
import { canonicalAddress } from '@/lib/model';

const wholeNumber = (text: string): number | undefined => (/^\d{1,15}$/.test(text) ? Number(text) : undefined);
const asIs = (text: string): string => text;

/** How each entry is read; undefined where the text cannot be one. */
const READERS: { [Name in FilterName]: (text: string) => EventFilter[Name] } = {
  upload: asIs,
  operator: asIs,
  address: (text) => canonicalAddress(text) ?? text,
  network: wholeNumber,
  organisation: wholeNumber,
  template: wholeNumber,
  recipient: (text) => text.toLowerCase(),
  action: asIs,
  stage: asIs,
  code: wholeNumber,
  sender: asIs,
  from: wholeNumber,
  to: wholeNumber,
};

/** The filter that a URL holds; entries that are empty or make no sense are left out. */
export function readEventFilter(params: PageParams): EventFilter {
  const entries = FILTER_NAMES.flatMap((name) => {
    const text = paramOf(params, name)?.trim() ?? '';
    const value = text === '' ? undefined : READERS[name](text);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

/** Reads `<ms>.<id>` of `?after=` and `?before=`. */
export function readCursor(text: string | undefined): EventCursor | undefined {
  const match = /^(-?\d{1,15})\.(\d{1,15})$/.exec(text ?? '');
  return match ? { timeMs: Number(match[1]), id: Number(match[2]) } : undefined;
}

export function formatCursor({ timeMs, id }: EventCursor): string {
  return `${timeMs}.${id}`;
}
