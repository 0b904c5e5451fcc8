import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Rejection } from '@/lib/model';
import { ENVELOPES, openLine } from './envelopes';
import { createParser, type ParseSummary } from './parser';
import { parseRecord, recordParts } from './record';
import { createRandom } from './fixtures/random';

const OPTIONS = { zone: 'UTC', firstYear: 2026, referenceMs: 0 };
const REFUSAL = {
  format: 'postfix',
  assumed: 'nothing',
  host: 'mx1',
  daemon: 'postfix/smtpd',
  pid: 1234,
  queueId: null,
  action: 'reject',
  stage: 'RCPT',
  clientName: 'm.x.example',
  clientAddress: '192.0.2.9',
  clientPort: null,
  code: 550,
  dsn: '5.7.1',
  text: 'no',
  dnsbl: null,
  sender: 's@x.example',
  recipient: 'r@b.example',
  proto: 'ESMTP',
  helo: 'pc',
  saslUsername: null,
};
// A single line may be taken for pasted text: a log has ordinary ones about it.
const ORDINARY =
  'Nov  4 05:14:20 mx1 postfix/smtpd[1]: NOQUEUE: reject: RCPT from a[192.0.2.1]: 550 5.7.1 no; from=<a@a.example> to=<b@b.example> proto=SMTP helo=<c>\n';

interface Sample {
  at: number;
  line: string;
  mark: string;
  names: string[];
  times: number;
  fields: object;
}

function readSamples(): Sample[] {
  const samples: Sample[] = [];
  let expected = '';
  const text = readFileSync(new URL('./fixtures/envelopes.log', import.meta.url), 'utf8');
  text.split('\n').forEach((line, i) => {
    if (/^#[=!-]/.test(line)) expected = line;
    else if (line !== '' && !line.startsWith('#')) samples.push(readSample(i + 1, line, expected));
  });
  return samples;
}

function readSample(at: number, line: string, expected: string): Sample {
  const mark = expected.slice(0, 2);
  if (mark !== '#=') return { at, line, mark, names: [], times: 0, fields: { reason: expected.slice(3) } };
  const { names, times = 1, time = '2026-11-04T05:14:21Z', ...fields } = JSON.parse(expected.slice(2));
  return { at, line, mark, names, times, fields: { timeMs: Date.parse(time), ...fields } };
}

interface Found {
  rejections: Rejection[];
  raws: string[];
  reasons: string[];
  summary: ParseSummary;
}

/** Parses bytes cut at the given places; text is UTF-8. */
function parse(input: string | Buffer, cuts: readonly number[] = []): Found {
  const bytes = Buffer.from(input);
  const found: Omit<Found, 'summary'> = { rejections: [], raws: [], reasons: [] };
  const parser = createParser(OPTIONS, {
    rejection: (rejection, raw) => {
      found.rejections.push(rejection);
      found.raws.push(Buffer.from(raw).toString('latin1'));
    },
    unparsed: ({ reason }) => found.reasons.push(reason),
  });
  let start = 0;
  for (const cut of [...cuts, bytes.length]) {
    parser.push(bytes.subarray(start, cut));
    start = cut;
  }
  return { ...found, summary: parser.end() };
}

const latin1 = (text: string) => Buffer.from(text).toString('latin1');
const samples = readSamples();
const refusals = samples.filter(({ mark }) => mark === '#=');

test.each(samples)('line $at of the annotated envelopes', ({ line, mark, times, fields }) => {
  const { rejections, raws, reasons, summary } = parse(`${ORDINARY.repeat(3)}${line}\n`);
  expect(summary.pasted).toBe(false);
  const found = rejections.slice(3);
  expect(found).toHaveLength(times);
  const more = times === 10_000 ? ['repeat-limit'] : [];
  expect(reasons).toEqual(mark === '#!' ? [Object(fields).reason] : more);
  const place = { line: 4, offset: 3 * ORDINARY.length, length: Buffer.byteLength(line) };
  for (const rejection of [found[0], found.at(-1)]) {
    if (mark === '#=') expect(rejection).toMatchObject({ ...REFUSAL, ...fields, ...place });
  }
  expect(new Set(raws.slice(3))).toEqual(new Set(times > 0 ? [latin1(line)] : []));
});

test.each(refusals)('the record in line $at is read back from its bytes', ({ line, fields }) => {
  expect(parseRecord(Buffer.from(line), OPTIONS)).toMatchObject({ ...REFUSAL, ...fields });
});

test.each(refusals)('the parts of line $at are found where they are shown', ({ line, fields }) => {
  const parts = new Map(recordParts(line).map(({ part, start, end }) => [part, line.slice(start, end)]));
  if (Object(fields).format === 'rblsmtpd') return expect(parts.size).toBe(0);
  const bytes = (text: string) => [...Buffer.from(text)].join(',');
  const shown = (text: string) => (line.startsWith('{"MESSAGE":[') ? bytes(text) : text);
  expect(parts.get('address')?.replace(/,$/, '')).toBe(shown('192.0.2.9'));
  expect(parts.get('code')?.replace(/,$/, '')).toBe(shown('550'));
  expect(parts.get('recipient')?.replace(/,$/, '')).toBe(shown('r@b.example'));
  expect(parts.get('helo')?.replace(/,$/, '')).toBe(shown('pc'));
  expect(parts.get('time')).toMatch(/\d/);
});

test.each(refusals)('the envelopes of line $at', ({ line, names }) => {
  expect(openLine(latin1(line))?.names ?? []).toEqual(names);
});

test('every envelope has a sample', () => {
  const seen = new Set(refusals.flatMap(({ names }) => names));
  // The journal's export format has several lines, and bytes: export-feed.test.ts.
  expect(ENVELOPES.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual(['export']);
});

test.each([1, 2, 3])('however the bytes are cut, the events are the same (seed %i)', (seed) => {
  const random = createRandom(seed);
  const once = samples.filter(({ times }) => times < 100).map(({ line }) => line);
  const input = Buffer.from(`${ORDINARY.repeat(500)}${[...once, ...once].join('\r\n')}\n${ORDINARY}`);
  const cuts = Array.from({ length: 80 }, () => random(input.length)).sort((a, b) => a - b);
  const whole = parse(input);
  expect(whole.rejections.length).toBeGreaterThan(2 * refusals.length + 500 - 10);
  expect(parse(input, cuts)).toEqual(whole);
});

test.each([1, 2, 3, 4])('damaged lines are data, never an error (seed %i)', (seed) => {
  const random = createRandom(seed);
  const lines = samples.flatMap(({ line, times }) =>
    Array.from({ length: times > 100 ? 0 : 8 }, () => {
      const bytes = Buffer.from(line);
      for (let n = 1 + random(4); n > 0; n--) bytes[random(bytes.length)] = random(256);
      return random(3) === 0 ? bytes.subarray(random(bytes.length)) : bytes;
    }),
  );
  const input = Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')]));
  const whole = parse(input);
  const cuts = Array.from({ length: 40 }, () => random(input.length)).sort((a, b) => a - b);
  expect(parse(input, cuts)).toEqual(whole);
  for (const line of lines) {
    for (const { start, end } of recordParts(line.toString())) expect(start).toBeLessThan(end);
  }
});
