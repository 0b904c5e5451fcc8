/**
 * Envelopes that are taken off before a line is read. The plain ones, and Solaris' message ids, are read in
 * place by `Envelope`, because nearly all logs have them. An envelope is one function and one row here, and
 * a sample in `fixtures/envelopes.log`.
 */
import { openCompose, openCri, openDocker } from './containers';
import { openEpoch, openShortFull, openSpacedIso, openTai64n, openWithUnit } from './journald';
import { openExport } from './journal-export';
import { openJson } from './json';
import { type Layer, originOf } from './layer';
import { openFacility, openNoHost, openPriority, openRepeated, openRfc5424, openYear } from './syslog';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';

/** `first` holds what such a line may begin with; null: anything. */
export const ENVELOPES: ReadonlyArray<{
  name: string;
  first: string | null;
  open: (line: string) => Layer | null;
}> = [
  { name: 'rfc5424', first: `<${DIGITS}`, open: openRfc5424 },
  { name: 'priority', first: '<', open: openPriority },
  { name: 'facility', first: LETTERS + DIGITS, open: openFacility },
  { name: 'year', first: LETTERS, open: openYear },
  { name: 'no-host', first: LETTERS + DIGITS, open: openNoHost },
  { name: 'short-full', first: LETTERS, open: openShortFull },
  { name: 'with-unit', first: LETTERS, open: openWithUnit },
  { name: 'spaced-iso', first: DIGITS, open: openSpacedIso },
  { name: 'short-unix', first: DIGITS, open: openEpoch },
  { name: 'tai64n', first: '@', open: openTai64n },
  { name: 'repeated', first: LETTERS + DIGITS, open: openRepeated },
  { name: 'cri', first: DIGITS, open: openCri },
  { name: 'docker', first: DIGITS, open: openDocker },
  { name: 'compose', first: null, open: openCompose },
  { name: 'json', first: '{\u001ed', open: openJson },
  { name: 'export', first: '_', open: openExport },
];

/** By the code of a line's first character. */
const BY_FIRST = Array.from({ length: 256 }, (_, code) =>
  ENVELOPES.filter(({ first }) => first === null || first.includes(String.fromCharCode(code))),
);

/** A container's log of a relay's log of a syslog with priorities: no one wraps deeper. */
const DEEPEST = 5;

/** What was found inside all envelopes. */
export interface Opened {
  /** One character a byte. */
  line: string;
  /** How many records it stands for: more than one where syslog counted instead of repeating them. */
  times: number;
  /** The envelopes, the outermost first. */
  names: string[];
  /** Where the character at `index` of `line` stood in the line that was opened. */
  origin: (index: number) => number;
}

/**
 * Takes a line out of its envelopes.
 * @param line one character a byte, without its line end.
 * @returns null where there is no envelope that is not read in place.
 */
export function openLine(line: string): Opened | null {
  const layers: Layer[] = [];
  const names: string[] = [];
  for (let inner = line; layers.length < DEEPEST; ) {
    const found = openOnce(inner);
    if (!found) break;
    layers.push(found.layer);
    names.push(found.name);
    inner = found.layer.line;
  }
  const last = layers.at(-1);
  if (!last) return null;
  return {
    line: last.line,
    times: Math.max(...layers.map(({ times }) => times)),
    names,
    origin: (index) => layers.reduceRight((at, layer) => originOf(layer, at), index),
  };
}

function openOnce(line: string): { name: string; layer: Layer } | null {
  for (const { name, open } of BY_FIRST[line.charCodeAt(0)] ?? []) {
    const layer = open(line);
    if (layer) return { name, layer };
  }
  return null;
}
