import type { Filter, Term, Value } from '@/lib/filter';
import { RECORD_BITS } from '../../raw-blocks';
import { at, type Columns } from './columns';
import { compileGlob } from './glob';
import {
  addressMask,
  addressTextMask,
  blockMask,
  emptyMask,
  globsOf,
  KIND_TEXTS,
  type KindRow,
  type KindText,
  ownedMask,
  readKinds,
  recipientMask,
} from './masks';
import { placeAt, type Selection, type Test, testColumn, testPlace } from './scan';
import { matchingSenders, senderMasks, templateMask } from './senders';
import { spansOf } from './spans';

const HOUR = 3600;
const HOURS_A_WEEK = 168;
/** 1970 began on a Thursday: so many hours after its Monday. */
const FIRST_HOUR = 72;

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
      const within = (second: number): boolean => spans.some(({ from, to }) => second >= from && second < to);
      selection.tests.push(testPlace((place) => within(at(columns.seconds, place)) !== term.negated));
    } else if (term.field === 'sender' || term.field === 'text') {
      const { test, slow } = testSenders(columns, term);
      (slow ? slowTests : selection.tests).push(test);
    } else selection.tests.push(testTerm(columns, term));
  }
  selection.slow = slowTests.length > 0;
  selection.tests.push(...slowTests);
  return selection;
}

function testTerm(columns: Columns, term: Term): Test {
  const { field, negated } = term;
  const addresses = addressMask(term);
  if (addresses) return testColumn(columns.addresses, addresses, negated);
  switch (field) {
    case 'recipient':
      return testColumn(columns.recipients, recipientMask('text', globsOf(term)), negated);
    case 'service':
      return testColumn(columns.recipients, recipientMask('service', globsOf(term)), negated);
    case 'template':
      return testColumn(columns.templates, templateMask(term), negated);
    case 'upload':
      return testColumn(columns.ids, blockMask(term), negated, RECORD_BITS);
    case 'has':
      return testHas(columns, term);
    case 'hour':
    case 'weekday':
      return testHours(columns, term);
    default:
      return testColumn(columns.kinds, kindMask(term), negated);
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

/** One of the things asked for is there; a word that is none of them never is. */
function testHas(columns: Columns, term: Term): Test {
  const tests = globsOf(term).flatMap((word) => {
    const { column, mask } = HAS.get(word.toLowerCase())?.(columns) ?? {};
    return column && mask ? [{ column, mask }] : [];
  });
  const [first] = tests;
  if (first && tests.length === 1) return testColumn(first.column, first.mask, term.negated);
  return testPlace((place) => tests.some(({ column, mask }) => mask[at(column, place)] === 1) !== term.negated);
}

const HAS = new Map<string, (columns: Columns) => { column: Uint32Array; mask: Uint8Array }>([
  ['org', ({ addresses }) => ({ column: addresses, mask: ownedMask() })],
  ['address', ({ addresses }) => ({ column: addresses, mask: emptyMask('Address').fill(1, 1) })],
  ['sender', ({ templates }) => ({ column: templates, mask: emptyMask('Template').fill(1, 1) })],
  ['recipient', ({ recipients }) => ({ column: recipients, mask: emptyMask('Recipient').fill(1, 1) })],
]);

/** The hour of the week, from Monday's first, at which each event was logged, in its log's own zone. */
export function hourOfWeek(columns: Columns, kinds: readonly KindRow[]): (place: number) => number {
  const offsets = new Int32Array(Math.max(0, ...kinds.map(({ id }) => id)) + 1);
  for (const { id, utcOffsetMinutes } of kinds) offsets[id] = utcOffsetMinutes * 60;
  const { seconds, kinds: column } = columns;
  return (place) => {
    const second = at(seconds, place) + (offsets[at(column, place)] ?? 0);
    return (Math.floor(second / HOUR) + FIRST_HOUR) % HOURS_A_WEEK;
  };
}

function testHours(columns: Columns, { field, values, negated }: Term): Test {
  const wanted = Uint8Array.from({ length: HOURS_A_WEEK }, (_, hour) =>
    inRanges(values, field === 'hour' ? hour % 24 : Math.floor(hour / 24) + 1) !== negated ? 1 : 0,
  );
  const hourOf = hourOfWeek(columns, readKinds());
  return testPlace((place) => wanted[hourOf(place)] === 1);
}

/**
 * Senders are told by their templates where these tell it, and else read one by one. `text` looks in the
 * recipient and the address too.
 */
function testSenders(columns: Columns, term: Term): { test: Test; slow: boolean } {
  const { negated } = term;
  const contained = term.field === 'text';
  const senders = globsOf(term).map((glob) => ({ glob, masks: senderMasks(glob, contained) }));
  const sure = anyOf(senders.map(({ masks }) => masks.sure));
  const recipients = contained
    ? recipientMask(
        'text',
        globsOf(term).map((glob) => `*${glob}*`),
      )
    : NOBODY;
  const addresses = contained ? anyOf(globsOf(term).map(addressTextMask)) : NOBODY;
  const isSure = (place: number): boolean =>
    sure[at(columns.templates, place)] === 1 ||
    recipients[at(columns.recipients, place)] === 1 ||
    addresses[at(columns.addresses, place)] === 1;
  if (!senders.some(({ masks }) => masks.anyMaybe)) {
    const test = contained
      ? testPlace((place) => isSure(place) !== negated)
      : testColumn(columns.templates, sure, negated);
    return { test, slow: false };
  }
  const test: Test = (list, n) => {
    const found = new Set<number>();
    for (const { glob, masks } of senders) {
      const ids: number[] = [];
      for (let i = 0; i < n; i++) {
        const place = at(list, i);
        if (masks.maybe[at(columns.templates, place)] === 1 && !isSure(place)) ids.push(at(columns.ids, place));
      }
      for (const id of matchingSenders(ids, glob, contained)) found.add(id);
    }
    return testPlace((place) => (isSure(place) || found.has(at(columns.ids, place))) !== negated)(list, n);
  };
  return { test, slow: true };
}

const NOBODY = new Uint8Array(0);

/** What is wanted in any of some masks of one table. */
function anyOf(masks: readonly Uint8Array[]): Uint8Array {
  const any = new Uint8Array(Math.max(0, ...masks.map(({ length }) => length)));
  for (const mask of masks) for (let id = 0; id < mask.length; id++) if (mask[id] === 1) any[id] = 1;
  return any;
}
