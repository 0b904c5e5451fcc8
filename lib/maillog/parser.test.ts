import { expect, test } from 'vitest';
import type { Rejection, Unparsed } from '@/lib/model';
import type { ClockOptions } from './clock';
import { createRandom } from './fixtures/random';
import { createParser, type ParseSummary } from './parser';

const REFUSAL =
  'Nov  4 05:14:21 mx1 postfix/smtpd[1234]: NOQUEUE: reject: RCPT from m.x.example[192.0.2.9]: 550 5.7.1 no; from=<s@x.example> to=<r@b.example> proto=ESMTP helo=<pc>';
const NOISE = 'Nov  4 05:14:22 mx1 postfix/smtpd[1234]: connect from m.x.example[192.0.2.9]';
const OPTIONS: ClockOptions = { zone: 'UTC', firstYear: 2026, referenceMs: 0 };

interface Result {
  rejections: Rejection[];
  unparsed: Unparsed[];
  raws: string[];
  summary: ParseSummary;
}

/** Parses bytes cut at the given places. */
function parse(input: Buffer | string, cuts: readonly number[] = [], options = OPTIONS): Result {
  const bytes = Buffer.from(input);
  const rejections: Rejection[] = [];
  const unparsed: Unparsed[] = [];
  const raws: string[] = [];
  const keep = (raw: Uint8Array) => raws.push(Buffer.from(raw).toString('latin1'));
  const parser = createParser(options, {
    rejection: (rejection, raw) => {
      rejections.push(rejection);
      keep(raw);
    },
    unparsed: (found, raw) => {
      unparsed.push(found);
      keep(raw);
    },
  });
  let start = 0;
  for (const cut of [...cuts, bytes.length]) {
    parser.push(bytes.subarray(start, cut));
    start = cut;
  }
  return { rejections, unparsed, raws, summary: parser.end() };
}

test('line, offset and raw name the record in the input', () => {
  const { rejections, raws, summary } = parse(`\ufeff${NOISE}\r\n${REFUSAL}\r\n\n${REFUSAL}`);
  const offset = 3 + NOISE.length + 2;
  const { length } = REFUSAL;
  expect(rejections.map((r) => [r.line, r.offset, r.length])).toEqual([
    [2, offset, length],
    [4, offset + length + 3, length],
  ]);
  expect(raws).toEqual([REFUSAL, REFUSAL]);
  expect(summary).toEqual({
    lines: 4,
    bytes: offset + 2 * length + 3,
    rejections: 2,
    unparsed: 0,
    firstAt: Date.UTC(2026, 10, 4, 5, 14, 22),
    lastAt: Date.UTC(2026, 10, 4, 5, 14, 21),
    formats: [{ format: 'postfix', rejections: 2 }],
    pasted: false,
    zoneAssumed: true,
    firstYear: 2026,
    yearsCrossed: 0,
  });
});

test('an empty input and one without stamps are summed up too', () => {
  const { summary } = parse('');
  expect([summary.lines, summary.bytes, summary.formats, summary.firstAt, summary.firstYear]).toEqual([
    0,
    0,
    [],
    null,
    null,
  ]);
  expect(parse('hello\nworld').summary).toMatchObject({ lines: 2, unparsed: 0, lastAt: null, zoneAssumed: false });
});

test.each([1, 2, 3, 4])('however the bytes are cut, the events are the same (seed %i)', (seed) => {
  const random = createRandom(seed);
  const long = `Nov  5 00:00:00 mx1 postfix/smtpd[1]: ${'x'.repeat(80_000)}`;
  const kinds = [REFUSAL, NOISE, `${REFUSAL}\r`, '', long, REFUSAL.slice(0, 90), REFUSAL.replace('Nov  4', 'Jan  2')];
  const lines = Array.from({ length: 700 }, () => kinds[random(seed === 4 ? 4 : kinds.length)] ?? '');
  const input = lines.join('\n');
  const cuts = Array.from({ length: 60 }, () => random(input.length)).sort((a, b) => a - b);
  const whole = parse(input);
  expect(whole.rejections.length).toBeGreaterThan(200);
  expect(parse(input, cuts)).toEqual(whole);
  const single = input.slice(0, 3000);
  expect(
    parse(
      single,
      Array.from(single, (_, i) => i),
    ),
  ).toEqual(parse(single));
});

test('a line of 200 MB is one over-long line, and is not kept', () => {
  const chunk = new Uint8Array(2_000_000).fill(97);
  const found: Array<Unparsed & { kept: number }> = [];
  const parser = createParser(OPTIONS, {
    rejection: () => expect.unreachable(),
    unparsed: (unparsed, raw) => found.push({ ...unparsed, kept: raw.length }),
  });
  for (let i = 0; i < 100; i++) parser.push(chunk);
  const { lines } = parser.end();
  expect(found).toEqual([{ line: 1, offset: 0, length: 200_000_000, reason: 'over-long', kept: 65_536 }]);
  expect(lines).toBe(1);
});

test('a line across two chunks does not see what a longer one left behind', () => {
  const short = REFUSAL.replace(' proto=ESMTP helo=<pc>', '');
  // Behind the head, which is read as one.
  const before = `${NOISE}\n`.repeat(1000);
  const at = before.length;
  const cuts = [at, at + 50, at + REFUSAL.length + 1, at + REFUSAL.length + 50];
  const { rejections, unparsed } = parse(`${before}${REFUSAL}\n${short}\n`, cuts);
  expect(unparsed).toEqual([]);
  expect(rejections.map((r) => [r.recipient, r.proto, r.helo])).toEqual([
    ['r@b.example', 'ESMTP', 'pc'],
    ['r@b.example', null, null],
  ]);
});

test('the longest record that is read has 64 KiB, wherever it is cut', () => {
  const fill = REFUSAL.replace('no;', `${'n'.repeat(65_536 - REFUSAL.length + 2)};`);
  expect(fill).toHaveLength(65_536);
  for (const cuts of [[], [100, 65_000]]) {
    expect(parse(`${fill}\r\n${fill}n\n`.replace('nn;', 'nn;'), cuts).unparsed.map((u) => u.reason)).toEqual([
      'over-long',
    ]);
    expect(parse(`${fill}\r\n`, cuts).rejections).toHaveLength(1);
  }
});

test('NUL, invalid UTF-8 and marks of direction: raw bytes stay, text has U+FFFD', () => {
  const bytes = Buffer.from(REFUSAL.replace('s@x', '\u0000\u202e\u00ff'), 'utf8');
  bytes[bytes.indexOf(0xc3)] = 0xfe;
  const { rejections, raws } = parse(bytes);
  expect(rejections[0]?.sender).toBe('\u0000\u202e\ufffd\ufffd.example');
  expect(Buffer.from(raws[0] ?? '', 'latin1')).toEqual(bytes);
});

test('the year steps up where stamps jump back over New Year, and only there', () => {
  const at = (stamp: string) => REFUSAL.replace('Nov  4 05:14:21', stamp);
  const stamps = [
    'Dec 31 23:59:59',
    'Jan  1 00:00:01',
    'Dec 31 23:59:59',
    'Jan  1 00:00:02',
    'Mar  2 00:00:00',
    'Mar  1 23:00:00',
    'Nov 30 00:00:00',
    'Feb  3 00:00:00',
  ];
  const { rejections, summary } = parse(stamps.map(at).join('\n'), [], { ...OPTIONS, firstYear: 2024 });
  expect(rejections.map((r) => new Date(r.timeMs).getUTCFullYear())).toEqual([
    2024, 2025, 2024, 2025, 2025, 2025, 2025, 2026,
  ]);
  expect([summary.firstYear, summary.yearsCrossed]).toEqual([2024, 2]);
});

test('without a year, the first stamp is not later than a day after the file', () => {
  const year = (referenceMs: number) =>
    parse(REFUSAL, [], { ...OPTIONS, firstYear: 'latest-before', referenceMs }).summary.firstYear;
  expect(year(Date.UTC(2025, 10, 3, 5, 14, 21))).toBe(2025);
  expect(year(Date.UTC(2025, 10, 3, 5, 14, 20))).toBe(2024);
  const leap = REFUSAL.replace('Nov  4', 'Feb 29');
  expect(
    parse(leap, [], { ...OPTIONS, firstYear: 'latest-before', referenceMs: Date.UTC(2027, 5, 1) }).summary.firstYear,
  ).toBe(2024);
});

test('stamps with year and zone need no assumption', () => {
  const iso = REFUSAL.replace('Nov  4 05:14:21', '2026-11-24T05:14:21.435728+09:00');
  const { rejections, summary } = parse(iso, [], { ...OPTIONS, zone: 'Asia/Tokyo' });
  expect(rejections[0]).toMatchObject({
    timeMs: Date.UTC(2026, 10, 23, 20, 14, 21, 435),
    utcOffsetMinutes: 540,
    assumed: 'nothing',
  });
  expect(summary).toMatchObject({
    zoneAssumed: false,
    firstYear: null,
    lastAt: Date.UTC(2026, 10, 23, 20, 14, 21, 435),
  });
});

test('a log of hostile lines at any length gives no record that is not a line', () => {
  const forged = `x> ${REFUSAL}`;
  const lines = Array.from({ length: 400 }, (_, i) =>
    REFUSAL.replace('s@x.example', i % 2 ? `"${forged}"@x.example` : `${forged}@x.example`).replace(
      '192.0.2.9',
      '198.51.100.7',
    ),
  );
  const { rejections, unparsed, summary } = parse(lines.join('\n'));
  expect(summary.pasted).toBe(false);
  expect(unparsed).toEqual([]);
  expect(new Set(rejections.map((r) => r.clientAddress))).toEqual(new Set(['198.51.100.7']));
  expect(rejections.map((r) => r.line)).toEqual(lines.map((_, i) => i + 1));
});
