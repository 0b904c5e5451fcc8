import { expect, test } from 'vitest';
import type { Rejection } from '@/lib/model';
import { NdjsonWriter, toNdjson } from './ndjson';

const REJECTION: Rejection = {
  line: 12,
  offset: 999,
  length: 200,
  format: 'postfix',
  timeMs: Date.UTC(2026, 10, 3, 20, 14, 21),
  utcOffsetMinutes: 540,
  timeAssumed: true,
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

test('lines longer than the buffer, and many of them, come out whole and in order', () => {
  let out = '';
  const writer = new NdjsonWriter((bytes) => {
    expect(bytes.at(-1)).toBe(10);
    out += Buffer.from(bytes).toString();
  });
  const texts = Array.from({ length: 60 }, (_, i) => (i % 7 === 0 ? '\u001b' : 'z').repeat(i * 1000));
  for (const text of texts) writer.add({ ...REJECTION, text });
  writer.flush();
  const back = out
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(back.map((event) => Object(event).text)).toEqual(texts);
});
