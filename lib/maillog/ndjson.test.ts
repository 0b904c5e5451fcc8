import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Rejection } from '@/lib/model';
import { NdjsonWriter, toNdjson } from './ndjson';
import { createByteParser, createParser } from './parser';

const REJECTION: Rejection = {
  line: 12,
  offset: 999,
  length: 200,
  format: 'postfix',
  timeMs: Date.UTC(2026, 10, 3, 20, 14, 21),
  utcOffsetMinutes: 540,
  assumed: 'year-and-zone',
  host: 'mx1',
  daemon: 'postfix/smtpd',
  pid: 1234,
  queueId: null,
  action: 'reject',
  stage: 'RCPT',
  clientName: null,
  clientAddress: '192.0.2.9',
  clientPort: null,
  code: 550,
  dsn: '5.7.1',
  text: 'no',
  dnsbl: null,
  sender: '',
  recipient: 'r@b.example',
  proto: 'ESMTP',
  helo: 'pc',
  saslUsername: null,
};

test('exactly the promised keys in their order', () => {
  expect(toNdjson(REJECTION)).toBe(
    '{"line":12,"format":"postfix","time":"2026-11-04T05:14:21+09:00","host":"mx1","daemon":"postfix/smtpd","pid":1234,"queueId":null,"action":"reject","stage":"RCPT","clientName":null,"clientAddress":"192.0.2.9","clientPort":null,"code":550,"dsn":"5.7.1","text":"no","dnsbl":null,"sender":"","recipient":"r@b.example","proto":"ESMTP","helo":"pc","saslUsername":null}',
  );
});

test.each([
  [0, 0, '1970-01-01T00:00:00+00:00'],
  [-1, 0, '1969-12-31T23:59:59.999+00:00'],
  [Date.UTC(2026, 0, 1, 0, 0, 0, 7), -210, '2025-12-31T20:30:00.007-03:30'],
])('the time %i at %i minutes', (timeMs, utcOffsetMinutes, expected) => {
  expect(JSON.parse(toNdjson({ ...REJECTION, timeMs, utcOffsetMinutes }))).toMatchObject({ time: expected });
});

const UNSEEN = [
  '\u0000',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u009b',
  '\u00ad',
  '\u061c',
  '\u200b',
  '\u200f',
  '\u2028',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\u{e0041}',
  '\ud800',
];
const SEEN = ['花子', 'é', '\ufffd', '\u{1f600}'];

test('nothing unseen leaves as it is, in any field, and all comes back', () => {
  const hostile = `a"b\\c${UNSEEN.join('x')}${SEEN.join('')}`;
  const fields = [
    'host',
    'daemon',
    'queueId',
    'stage',
    'clientName',
    'text',
    'dnsbl',
    'sender',
    'recipient',
    'proto',
    'helo',
    'saslUsername',
  ];
  const line = toNdjson({ ...REJECTION, ...Object.fromEntries(fields.map((field) => [field, hostile])) });
  expect(UNSEEN.filter((text) => line.includes(text))).toEqual([]);
  expect(SEEN.filter((text) => !line.includes(text))).toEqual([]);
  const back: Record<string, unknown> = JSON.parse(line);
  expect(fields.filter((field) => back[field] !== hostile)).toEqual([]);
});

/** What the writer makes of a log, and what is made of the same refusals one by one. */
function writeBoth(log: Buffer): { written: string; single: string[] } {
  const options = { zone: 'Asia/Tokyo', firstYear: 2026, referenceMs: 0 };
  let written = '';
  const writer = new NdjsonWriter((bytes) => {
    expect(bytes.at(-1)).toBe(10);
    written += Buffer.from(bytes).toString();
  });
  const byBytes = createByteParser(options, { refusal: (refusal) => writer.add(refusal), unparsed: () => undefined });
  byBytes.push(log);
  byBytes.end();
  writer.flush();
  const single: string[] = [];
  const byStrings = createParser(options, {
    rejection: (rejection) => single.push(`${toNdjson(rejection)}\n`),
    unparsed: () => undefined,
  });
  byStrings.push(log);
  byStrings.end();
  return { written, single };
}

test('the annotated log is written in bytes as it is in strings', () => {
  const log = readFileSync(new URL('./fixtures/postfix.log', import.meta.url));
  const { written, single } = writeBoth(log);
  expect(single.length).toBeGreaterThan(40);
  expect(written).toBe(single.join(''));
});

const refusal = (sender: string, text = 'no', pid = '1') =>
  `2026-11-24T05:14:21.435Z mx1 postfix/smtpd[${pid}]: NOQUEUE: reject: RCPT from unknown[2001:DB8::1]:0025: 550 5.7.1 ${text}; from=<${sender}> to=<r@b.example> proto=SMTP helo=<h>\n`;

test('any bytes, leading noughts and long numbers are written alike', () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, code) => code).filter((code) => code !== 10));
  const odd = ['\u202e', '\u{1f600}', '"a\\"b"@x', '', '花子'].map((sender) => refusal(sender));
  const log = Buffer.concat([
    ...odd.map((line) => Buffer.from(line)),
    Buffer.from(refusal('s', 'XX', '00012')),
    Buffer.from(refusal('s', 'no', '1234567890123456789')),
  ]);
  const at = log.indexOf('XX');
  const { written, single } = writeBoth(Buffer.concat([log.subarray(0, at), bytes, log.subarray(at + 2)]));
  expect(single).toHaveLength(7);
  expect(written).toBe(single.join(''));
  expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(written).toContain('"clientName":null,"clientAddress":"2001:db8::1","clientPort":25,');
});

test('long lines, and many of them, come out whole and in order', () => {
  const texts = Array.from({ length: 60 }, (_, i) => (i % 7 === 0 ? '\u001b' : 'z').repeat(i * 1000));
  const { written, single } = writeBoth(Buffer.from(texts.map((text) => refusal('s', text)).join('')));
  expect(single).toHaveLength(60);
  expect(written).toBe(single.join(''));
});
