import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { UserError } from '@/lib/model';
import { parseLog, type ParseLogInput } from './parse-log';

const folder = mkdtempSync(path.join(tmpdir(), 'parse-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

const refusal = (stamp: string) =>
  `${stamp} mx1 postfix/smtpd[1]: NOQUEUE: reject: RCPT from m.x.example[192.0.2.9]: 550 5.7.1 no; from=<s@x.example> to=<r@b.example> proto=ESMTP helo=<pc>\n`;
const LOG = refusal('Dec 31 23:00:00') + refusal('Jan  1 01:00:00');

async function parse(name: string, bytes: Uint8Array | string, options: Partial<ParseLogInput> = {}) {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  const writtenAt = Date.UTC(2026, 0, 1, 12) / 1000;
  utimesSync(file, writtenAt, writtenAt);
  let out = '';
  const input = { path: file, year: null, zone: 'UTC', nowMs: 0, ...options };
  const result = await parseLog(input, { write: (bytes) => (out += Buffer.from(bytes).toString()) });
  const times = out
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => Object(JSON.parse(line)).time);
  return { times, ...result };
}

test('the year comes from the file, the zone from the user', async () => {
  const { times, summary, interruption } = await parse('a.log', LOG, { zone: 'Asia/Tokyo' });
  expect(times).toEqual(['2025-12-31T23:00:00+09:00', '2026-01-01T01:00:00+09:00']);
  expect(summary).toMatchObject({ lines: 2, rejections: 2, firstYear: 2025, yearsCrossed: 1 });
  expect(interruption).toBeNull();
});

test.each([
  ['plain', LOG],
  ['gzip', gzipSync(LOG)],
])('a year is that of the last stamp (%s)', async (name, bytes) => {
  const { times } = await parse(name, bytes, { year: 2020 });
  expect(times).toEqual(['2019-12-31T23:00:00+00:00', '2020-01-01T01:00:00+00:00']);
});

test('a damaged gzip: what was read is written, and the error told', async () => {
  const packed = gzipSync(LOG.repeat(5000));
  const { times, interruption } = await parse('cut', packed.subarray(0, packed.length - 20));
  expect(times.length).toBeGreaterThan(1000);
  expect(interruption).toBeInstanceOf(UserError);
});
