import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Rejection, Sighting, SightingKind, UnparsedReason } from '@/lib/model';
import { ACTIONS, CONTENT_STAGES, STAGES } from './formats/postfix';
import { LIMITS, POSTSCREEN_ERRORS } from './formats/postfix-sightings';
import { createByteParser } from './parser';

/** One annotated line of `fixtures/postfix.log`, with those that are read before it. */
interface Sample {
  at: number;
  before: string[];
  line: string;
  /** `=`, `~`, `!` or `-`, and what follows it. */
  mark: string;
  expected: string;
}

const ABSENT = {
  queueId: null,
  clientName: null,
  clientAddress: null,
  clientPort: null,
  code: null,
  dsn: null,
  dnsbl: null,
  sender: null,
  recipient: null,
  proto: null,
  helo: null,
  saslUsername: null,
  host: 'mx1',
  daemon: 'postfix/smtpd',
};
// A single line may be taken for pasted text: a log has ordinary ones about it.
const ORDINARY =
  'Nov  4 05:14:20 mx1 postfix/smtpd[1]: NOQUEUE: reject: RCPT from a[192.0.2.1]: 550 5.7.1 no; from=<a@a.example> to=<b@b.example> proto=SMTP helo=<c>\n';

function readSamples(): Sample[] {
  const samples: Sample[] = [];
  let before: string[] = [];
  let annotation = '';
  readFileSync(new URL('./fixtures/postfix.log', import.meta.url), 'utf8')
    .split('\n')
    .forEach((line, i) => {
      if (/^#\+?[=~!-]/.test(line)) annotation = line.slice(1);
      else if (line !== '' && !line.startsWith('#')) {
        if (!annotation.startsWith('+')) before = [];
        const [mark = '', ...rest] = annotation.replace(/^\+/, '');
        samples.push({ at: i + 1, before, line, mark, expected: rest.join('').trim() });
        before = [...before, line];
      }
    });
  return samples;
}

interface Findings {
  rejections: Rejection[];
  sightings: Sighting[];
  reasons: UnparsedReason[];
}

/** What the last of some lines comes to. */
function readLast(lines: readonly string[]): Findings {
  const found: Findings = { rejections: [], sightings: [], reasons: [] };
  const last = Buffer.byteLength(ORDINARY.repeat(3) + lines.map((line) => `${line}\n`).join('')) - 1;
  const from = last - Buffer.byteLength(lines.at(-1) ?? '');
  const options = { zone: 'UTC', firstYear: 2026, referenceMs: 0 };
  const parser = createByteParser(options, {
    refusal: (refusal) => {
      if (refusal.offset === from) found.rejections.push(refusal.toRejection());
    },
    sighting: (sighting, offset) => {
      if (offset === from) found.sightings.push(sighting);
    },
    unparsed: ({ reason, offset }) => {
      if (offset === from) found.reasons.push(reason);
    },
  });
  parser.push(Buffer.from(ORDINARY.repeat(3) + lines.join('\n')));
  parser.end();
  return found;
}

const samples = readSamples();

test.each(samples)('line $at of the annotated log', ({ before, line, mark, expected }) => {
  const { rejections, sightings, reasons } = readLast([...before, line]);
  const fields: object[] = mark === '=' || mark === '~' ? [Object(JSON.parse(expected))] : [];
  expect(reasons).toEqual(mark === '!' ? [expected] : []);
  expect(rejections).toMatchObject(mark === '=' ? fields.map((named) => ({ ...ABSENT, ...named })) : []);
  const timeMs = Date.UTC(2026, 10, 4, 5, 14, 21);
  const rest = { messages: 1, recipients: 0, host: 'mx1', timeMs };
  expect(sightings).toEqual(mark === '~' ? fields.map((named) => ({ ...rest, ...named })) : []);
});

/** By name, so that a new one without a line here is an error of types. */
const REASONS: Record<UnparsedReason, 'sample' | 'parser.test.ts' | 'last-record.test.ts'> = {
  'over-long': 'parser.test.ts',
  'no-stamp': 'sample',
  'no-client': 'sample',
  'no-tail': 'sample',
  'not-a-refusal': 'sample',
  'repeat-unknown': 'last-record.test.ts',
  'repeat-limit': 'last-record.test.ts',
};
const KINDS: Record<SightingKind, true> = {
  accepted: true,
  'auth-failure': true,
  'rate-limit': true,
  greylisted: true,
  pregreet: true,
  'dnsbl-listed': true,
  'protocol-error': true,
};

test('every action, stage, daemon, envelope, kind of sighting and reason has a sample', () => {
  const texts = samples.map(({ mark, expected }) => mark + expected);
  const missing = (names: Iterable<string>, write: (name: string) => string) =>
    [...names].filter((name) => !texts.some((text) => text.includes(write(name))));
  expect(missing(ACTIONS, (name) => `"action":"${name}"`)).toEqual([]);
  expect(missing([...STAGES, ...CONTENT_STAGES], (name) => `"stage":"${name}"`)).toEqual([]);
  expect(missing(['cleanup', 'postscreen'], (name) => `"daemon":"postfix/${name}"`)).toEqual([]);
  expect(missing(Object.keys(KINDS), (name) => `~{"kind":"${name}"`)).toEqual([]);
  const sampled = Object.entries(REASONS).filter(([, place]) => place === 'sample');
  expect(
    missing(
      sampled.map(([name]) => name),
      (name) => `!${name}`,
    ),
  ).toEqual([]);
  expect(samples.some(({ line, mark }) => line.startsWith('2026-') && mark === '=')).toBe(true);
});

test('every word that a sighting is known by has a sample', () => {
  const lines = samples.filter(({ mark }) => mark === '~').map(({ line }) => line);
  const words = [
    ...LIMITS.map((what) => `warning: ${what} limit exceeded: `),
    ...POSTSCREEN_ERRORS.map((what) => `: ${what} from [`),
    ...['lmtp', 'smtp', 'local', 'virtual', 'pipe'].map((agent) => `postfix/${agent}[`),
  ];
  expect(words.filter((word) => !lines.some((line) => line.includes(word)))).toEqual([]);
});
