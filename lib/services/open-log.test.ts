import { appendFileSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { UserError } from '@/lib/model';
import { findFirstYear } from './find-first-year';
import { openLog } from './open-log';

const folder = mkdtempSync(path.join(tmpdir(), 'open-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

function store(name: string, bytes: Uint8Array | string): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  utimesSync(file, 1_700_000_000, 1_700_000_000);
  return file;
}

/** All that can be read, and the key of the error that ended it. */
async function readAll(file: string): Promise<{ text: string; error: string | null; bytesRead: number }> {
  const log = await openLog(file);
  let text = '';
  try {
    for await (const chunk of log.chunks) text += Buffer.from(chunk).toString('latin1');
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.sentence.params['name']).toBe(file);
    return { text, error: error.sentence.key, bytesRead: log.bytesRead() };
  }
  return { text, error: null, bytesRead: log.bytesRead() };
}

// Does not repeat itself soon, so that a buffer used too early would show.
const TEXT = Array.from({ length: 120_000 }, (_, i) => `line ${i} ${(i * 2_654_435_761) >>> 0}`).join('\n');

test('a plain file: its bytes, size and time', async () => {
  const file = store('plain.log', TEXT);
  const { name, sizeBytes, fileTimeMs } = await openLog(file);
  expect([name, sizeBytes, fileTimeMs]).toEqual(['plain.log', TEXT.length, 1_700_000_000_000]);
  expect(await readAll(file)).toEqual({ text: TEXT, error: null, bytesRead: TEXT.length });
});

test.each(['', 'x'])('a file of %j', async (text) => {
  expect((await readAll(store('small', text))).text).toBe(text);
});

test('a file that grows while it is read is read as it was', async () => {
  const file = store('grows.log', TEXT);
  const log = await openLog(file, TEXT.length);
  let text = '';
  for await (const chunk of log.chunks) {
    if (text === '') appendFileSync(file, 'more\n'.repeat(200_000));
    text += Buffer.from(chunk).toString('latin1');
  }
  expect(text === TEXT).toBe(true);
  expect(log.bytesRead()).toBe(TEXT.length);
});

test('gzip is known by its first bytes; several members are one log', async () => {
  const packed = Buffer.concat([gzipSync(TEXT.slice(0, 70_000)), gzipSync(TEXT.slice(70_000))]);
  expect(await readAll(store('no-suffix', packed))).toEqual({ text: TEXT, error: null, bytesRead: packed.length });
});

test('a gzip that is cut off gives what was in it, then says so', async () => {
  const packed = gzipSync(TEXT);
  const { text, error } = await readAll(store('cut.gz', packed.subarray(0, packed.length / 2)));
  expect(error).toBe('open-log.cut-off');
  expect(text.length).toBeGreaterThan(TEXT.length / 3);
  expect(TEXT.startsWith(text)).toBe(true);
});

test('a gzip that is damaged gives what stood before, then says so', async () => {
  const packed = gzipSync(TEXT);
  packed.fill(0, packed.length - 8, packed.length - 4);
  const { text, error } = await readAll(store('damaged.gz', packed));
  expect(error).toBe('open-log.damaged');
  expect(text.length).toBeGreaterThan(TEXT.length / 4);
});

test('a gzip that inflates a thousandfold comes in small pieces', async () => {
  const log = await openLog(store('bomb.gz', gzipSync(Buffer.alloc(60_000_000))));
  let total = 0;
  let largest = 0;
  for await (const chunk of log.chunks) {
    total += chunk.length;
    largest = Math.max(largest, chunk.length);
  }
  expect([total, largest]).toEqual([60_000_000, 65_536]);
});

test.each([
  ['missing', 'open-log.not-found'],
  ['', 'open-log.is-directory'],
])('what cannot be opened (%j) is said', async (name, key) => {
  await expect(openLog(path.join(folder, name))).rejects.toMatchObject({ sentence: { key } });
});

const stamps = ['Jul  1', 'Dec 31', 'Jan  1', 'Nov  4', 'Jan  2'];
const lines = (each: number) =>
  stamps.map((day) => `${day} 05:14:21 mx1 postfix/qmgr[1]: ${'x'.repeat(40)}\n`.repeat(each)).join('');

test.each([
  ['small', 10],
  ['large', 8000],
])('the first year of a %s file that ends in 2026', async (name, each) => {
  expect(await findFirstYear(store(`${name}.log`, lines(each)), 2026)).toBe(2024);
  expect(await findFirstYear(store(`${name}.gz`, gzipSync(lines(each))), 2026)).toBe(2024);
});
