import { expect, test } from 'vitest';
import type { Rejection, Unparsed } from '@/lib/model';
import { openLine } from './envelopes';
import { createRandom } from './fixtures/random';
import { createParser, type ParseSummary } from './parser';
import { parseRecord, recordParts } from './record';

const OPTIONS = { zone: 'UTC', firstYear: 2026, referenceMs: 0 };
const MESSAGE =
  'NOQUEUE: reject: RCPT from m.x.example[192.0.2.9]: 550 5.7.1 no; from=<s@x.example> to=<r@b.example> proto=ESMTP helo=<pc>';

type Value = string | Buffer;

/** One entry as `journalctl -o export` writes it: bytes, with the length before them, where text will not do. */
function entry(fields: Record<string, Value>): Buffer {
  const parts = Object.entries(fields).map(([key, value]) => {
    if (typeof value === 'string') return Buffer.from(`${key}=${value}\n`);
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(value.length));
    return Buffer.concat([Buffer.from(`${key}\n`), length, value, Buffer.from('\n')]);
  });
  return Buffer.concat([...parts, Buffer.from('\n')]);
}

const fields = (message: Value): Record<string, Value> => ({
  __CURSOR: 's=0639;i=1',
  __REALTIME_TIMESTAMP: '1793769261123456',
  _HOSTNAME: 'mx1',
  SYSLOG_IDENTIFIER: 'postfix/smtpd',
  _PID: '1234',
  MESSAGE: message,
  _UID: '0',
});
const PLAIN = entry(fields(MESSAGE));
const FORGED = Buffer.from(`\n\n__CURSOR=x\nMESSAGE=${MESSAGE.replace('192.0.2.9', '198.51.100.66')}\n\n`);
const BINARY = entry(fields(Buffer.from(MESSAGE.replace('s@x', 's\u00ff@x'))));
const NOISE = entry(fields(FORGED));

interface Result {
  rejections: Rejection[];
  raws: Buffer[];
  unparsed: Unparsed[];
  summary: ParseSummary;
}

function parse(input: Buffer, cuts: readonly number[] = []): Result {
  const found: Omit<Result, 'summary'> = { rejections: [], raws: [], unparsed: [] };
  const parser = createParser(OPTIONS, {
    rejection: (rejection, raw) => {
      found.rejections.push(rejection);
      found.raws.push(Buffer.from(raw));
    },
    unparsed: (unparsed) => found.unparsed.push(unparsed),
  });
  let start = 0;
  for (const cut of [...cuts, input.length]) {
    parser.push(input.subarray(start, cut));
    start = cut;
  }
  return { ...found, summary: parser.end() };
}

test('entries are found by their fields, whatever stands in the data', () => {
  const input = Buffer.concat([PLAIN, NOISE, BINARY, PLAIN]);
  const { rejections, raws, unparsed, summary } = parse(input);
  expect(unparsed).toEqual([]);
  const second = PLAIN.length + NOISE.length;
  expect(rejections.map((r) => [r.line, r.offset, r.length, r.sender])).toEqual([
    [1, 0, PLAIN.length - 2, 's@x.example'],
    [23, second, BINARY.length - 2, 's\u00ff@x.example'],
    [32, second + BINARY.length, PLAIN.length - 2, 's@x.example'],
  ]);
  expect(rejections[0]).toMatchObject({
    timeMs: Date.UTC(2026, 10, 4, 5, 14, 21, 123),
    assumed: 'nothing',
    host: 'mx1',
    daemon: 'postfix/smtpd',
    pid: 1234,
    clientAddress: '192.0.2.9',
    helo: 'pc',
  });
  expect(summary).toMatchObject({ lines: 39, bytes: input.length, rejections: 3, unparsed: 0, pasted: false });
  expect(raws[1]).toEqual(BINARY.subarray(0, -2));
});

test('an entry is read back from its bytes, and its parts are found', () => {
  for (const bytes of [PLAIN, BINARY]) {
    const raw = bytes.subarray(0, -2);
    expect(openLine(raw.toString('latin1'))?.names).toEqual(['export']);
    expect(parseRecord(raw, OPTIONS)).toMatchObject({ clientAddress: '192.0.2.9', helo: 'pc', pid: 1234 });
  }
  const text = PLAIN.toString().trimEnd();
  expect(recordParts(text).map(({ part, start, end }) => `${part}=${text.slice(start, end)}`)).toEqual([
    'time=1793769261123456',
    'address=192.0.2.9',
    'code=550',
    'sender=s@x.example',
    'recipient=r@b.example',
    'helo=pc',
  ]);
});

test.each([1, 2, 3])('however the bytes are cut, the events are the same (seed %i)', (seed) => {
  const random = createRandom(seed);
  const kinds = [PLAIN, BINARY, NOISE, Buffer.from('\n'), entry(fields('x'.repeat(70_000)))];
  const input = Buffer.concat([PLAIN, ...Array.from({ length: 300 }, () => kinds[random(kinds.length)] ?? PLAIN)]);
  const cuts = Array.from({ length: 200 }, () => random(input.length)).sort((a, b) => a - b);
  const whole = parse(input);
  expect(whole.rejections.length).toBeGreaterThan(60);
  expect(whole.unparsed.length).toBeGreaterThan(20);
  expect(parse(input, cuts)).toEqual(whole);
  const single = Buffer.concat([PLAIN, NOISE, BINARY, PLAIN]);
  expect(
    parse(
      single,
      Array.from(single, (_, i) => i),
    ),
  ).toEqual(parse(single));
});

test('what is over-long is counted and not kept, also where its length is a lie', () => {
  const long = entry(fields(Buffer.alloc(200_000, 'x\n')));
  const { rejections, unparsed } = parse(Buffer.concat([PLAIN, long, PLAIN]));
  expect(rejections).toHaveLength(2);
  expect(unparsed).toEqual([{ line: 9, offset: PLAIN.length, length: long.length - 2, reason: 'over-long' }]);
  const lie = Buffer.concat([
    PLAIN,
    Buffer.from('__CURSOR=x\nMESSAGE\n'),
    Buffer.alloc(8, 0xff),
    Buffer.alloc(100_000),
  ]);
  const result = parse(lie);
  expect(result.rejections).toHaveLength(1);
  expect(result.unparsed.map(({ reason }) => reason)).toEqual(['over-long']);
});

test('a length may look like a line end', () => {
  const ten = entry({ ...fields(MESSAGE), _COMM: Buffer.from('ten bytes.'), MESSAGE });
  const { rejections, summary } = parse(Buffer.concat([ten, PLAIN]));
  expect(rejections.map((r) => r.line)).toEqual([1, 12]);
  expect(summary.lines).toBe(19);
});

test('the last entry needs no blank line, and no line end', () => {
  for (const cut of [1, 2]) {
    const { rejections, summary } = parse(Buffer.concat([PLAIN, PLAIN.subarray(0, -cut)]));
    expect(rejections.map((r) => [r.line, r.length])).toEqual([
      [1, PLAIN.length - 2],
      [9, PLAIN.length - 2],
    ]);
    expect(summary.lines).toBe(15);
  }
});

test.each([1, 2, 3])('damaged entries are data, never an error (seed %i)', (seed) => {
  const random = createRandom(seed);
  const input = Buffer.concat([PLAIN, ...Array.from({ length: 100 }, (_, i) => (i % 2 ? BINARY : PLAIN))]);
  for (let n = 200; n > 0; n--) input[PLAIN.length + random(input.length - PLAIN.length)] = random(256);
  const cuts = Array.from({ length: 40 }, () => random(input.length)).sort((a, b) => a - b);
  expect(parse(input, cuts)).toEqual(parse(input));
});
