import type { Filter, Term, Value } from '@/lib/filter';
import { RECORD_BITS } from '../../raw-blocks';
import type { Columns } from './columns';
import { compileGlob } from './glob';
import { eventsInHours, HOURS_A_WEEK } from './hours';
import {
  addressMask,
  addressTextMask,
  blockMask,
  emptyMask,
  globsOf,
  KIND_TEXTS,
  type KindText,
  ownedMask,
  readKinds,
  recipientMask,
} from './masks';
import { placeAt, setRun, wordsFor } from './matches';
import { type Keep, keepBits, keepIds, keepPlaces, type Selection, type Test } from './scan';
import { matchingSenders, senderMasks, templateMask } from './senders';
import { type Span, spansOf } from './spans';

/**
 * What every event of a filter must meet, as it is looked for in the columns.
 * @param nowMs what `after:7d` is counted from.
 */
export function compileFilter({ terms }: Filter, columns: Columns, nowMs: number): Selection {
  const selection: Selection = { from: 0, to: columns.length, tests: [], slow: false };
  const slowTests: Test[] = [];
  for (const term of terms) {
    const spans = spansOf(term, nowMs);
    const [span] = spans ?? [];
    if (spans && span && spans.length === 1 && !term.negated) {
      selection.from = Math.max(selection.from, placeAt(columns, span.from));
      selection.to = Math.min(selection.to, placeAt(columns, span.to));
    } else if (spans) {
      selection.tests.push({ keeps: [keepBits(eventsWithin(columns, spans))], negated: term.negated });
    } else if (term.field === 'sender' || term.field === 'text') {
      const { keeps, slow } = keepSenders(columns, term);
      (slow ? slowTests : selection.tests).push({ keeps, negated: term.negated });
    } else selection.tests.push({ keeps: keepTerm(columns, term), negated: term.negated });
  }
  selection.slow = slowTests.length > 0;
  selection.tests.push(...slowTests);
  return selection;
}

/** Events of some spans of time: a bit an event. */
function eventsWithin(columns: Columns, spans: readonly Span[]): Int32Array {
  const words = new Int32Array(wordsFor(columns.length));
  for (const { from, to } of spans) setRun(words, placeAt(columns, from), placeAt(columns, to));
  return words;
}

/** What a term wants, whether it is negated or not. */
function keepTerm(columns: Columns, term: Term): Keep[] {
  const addresses = addressMask(term);
  if (addresses) return [keepIds(columns.addresses, addresses)];
  switch (term.field) {
    case 'recipient':
      return [keepIds(columns.recipients, recipientMask('text', globsOf(term)))];
    case 'service':
      return [keepIds(columns.recipients, recipientMask('service', globsOf(term)))];
    case 'template':
      return [keepIds(columns.templates, templateMask(term))];
    case 'upload':
      return [keepIds(columns.ids, blockMask(term), RECORD_BITS)];
    case 'has':
      // A word that is none of these never is there.
      return globsOf(term).flatMap((word) => HAS.get(word.toLowerCase())?.(columns) ?? []);
    case 'hour':
    case 'weekday':
      return [keepHours(columns, term)];
    default:
      return [keepIds(columns.kinds, kindMask(term))];
  }
}

const isKindText = (field: Term['field']): field is KindText => field in KIND_TEXTS;

/** The kinds of refusal that a term's values name. */
function kindMask(term: Term): Uint8Array {
  const mask = emptyMask('Kind');
  const globs = globsOf(term).map(compileGlob);
  for (const kind of readKinds()) {
    const text = isKindText(term.field) ? KIND_TEXTS[term.field](kind) : null;
    const wanted =
      term.field === 'code'
        ? kind.code !== null && inRanges(term.values, kind.code)
        : text !== null && globs.some((matches) => matches(text));
    if (wanted) mask[kind.id] = 1;
  }
  return mask;
}

/** A range whose last number is below its first goes round: `hour:22-5`. */
function inRanges(values: readonly Value[], n: number): boolean {
  return values.some(
    (value) =>
      value.kind === 'numbers' &&
      (value.first <= value.last ? n >= value.first && n <= value.last : n >= value.first || n <= value.last),
  );
}

/** Things that an event can have. */
const HAS = new Map<string, (columns: Columns) => Keep>([
  ['org', ({ addresses }) => keepIds(addresses, ownedMask())],
  ['address', ({ addresses }) => keepIds(addresses, emptyMask('Address').fill(1, 1))],
  ['sender', ({ templates }) => keepIds(templates, emptyMask('Template').fill(1, 1))],
  ['recipient', ({ recipients }) => keepIds(recipients, emptyMask('Recipient').fill(1, 1))],
]);

function keepHours(columns: Columns, { field, values }: Term): Keep {
  const wanted = Array.from({ length: HOURS_A_WEEK }, (_, hour) =>
    inRanges(values, field === 'hour' ? hour % 24 : Math.floor(hour / 24) + 1),
  );
  return keepBits(eventsInHours(columns, wanted));
}

/**
 * Senders are told by their templates where these tell it, and else read one by one. `text` looks in the
 * recipient and the address too.
 */
function keepSenders(columns: Columns, term: Term): { keeps: Keep[]; slow: boolean } {
  const globs = globsOf(term);
  const contained = term.field === 'text';
  const senders = globs.map((glob) => ({ glob, masks: senderMasks(glob, contained) }));
  const keeps = [keepIds(columns.templates, anyOf(senders.map(({ masks }) => masks.sure)))];
  if (contained) {
    const texts = globs.map((glob) => `*${glob}*`);
    keeps.push(keepIds(columns.recipients, recipientMask('text', texts)));
    keeps.push(keepIds(columns.addresses, anyOf(globs.map(addressTextMask))));
  }
  for (const { glob, masks } of senders) {
    if (masks.anyMaybe) keeps.push(keepMaybe(columns, masks.maybe, glob, contained));
  }
  return { keeps, slow: senders.some(({ masks }) => masks.anyMaybe) };
}

/** Wants events whose template may match, where their own sender does. */
function keepMaybe({ templates, ids }: Columns, maybe: Uint8Array, glob: string, contained: boolean): Keep {
  return keepPlaces((places) => {
    const asked = places.filter((place) => maybe[templates[place] ?? 0] === 1);
    const found = matchingSenders(
      asked.map((place) => ids[place] ?? 0),
      glob,
      contained,
    );
    return asked.filter((place) => found.has(ids[place] ?? 0));
  });
}

/** What is wanted in any of some masks of one table. */
function anyOf(masks: readonly Uint8Array[]): Uint8Array {
  const any = new Uint8Array(Math.max(0, ...masks.map(({ length }) => length)));
  for (const mask of masks) for (let id = 0; id < mask.length; id++) if (mask[id] === 1) any[id] = 1;
  return any;
}
