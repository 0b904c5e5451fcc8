import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { UserError } from '@/lib/model';
import { inflateLog } from './inflate-log';
import { DEFAULT_LIMITS, type InflateLimits } from './limits';

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const LOG = gunzipSync(fixture('short.log.gz')).toString();

interface Read {
  text: string;
  total: number;
  largest: number;
  error: UserError['sentence'] | null;
}

/** Reads all there is, from chunks of any size, out of a buffer that is used again as files' are. */
async function read(bytes: Uint8Array, step = 5000, limits: Partial<InflateLimits> = {}): Promise<Read> {
  async function* source(): AsyncGenerator<Uint8Array> {
    const buffer = new Uint8Array(step);
    for (let at = 0; at < bytes.length; at += step) {
      const part = bytes.subarray(at, at + step);
      buffer.set(part);
      yield buffer.subarray(0, part.length);
      buffer.fill(0x58);
    }
  }
  const found: Read = { text: '', total: 0, largest: 0, error: null };
  try {
    for await (const chunk of inflateLog(source(), 'the log', { ...DEFAULT_LIMITS, ...limits })) {
      if (found.total < 10_000_000) found.text += Buffer.from(chunk).toString('latin1');
      found.total += chunk.length;
      found.largest = Math.max(found.largest, chunk.length);
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    found.error = error.sentence;
  }
  return found;
}

const NAMES = { gz: 'gzip', bz2: 'bzip2', xz: 'xz', zst: 'zstd' };
const PACKED = ['short.log.gz', 'short.bz2', 'short.xz', 'short.zst', 'best.zst', 'fast.zst', 'nine.xz'];
const formatOf = (file: string): string => new Map(Object.entries(NAMES)).get(file.split('.').at(-1) ?? '') ?? '';

test.each([...PACKED, 'parts.bz2', 'parts.xz', 'parts.zst'])(
  '%s is the log, in whatever parts it comes',
  async (file) => {
    for (const step of [3, 4096, 1_000_000]) {
      const { text, error } = await read(fixture(file), step);
      expect([text === LOG, error]).toEqual([true, null]);
    }
  },
);

test.each(['empty.bz2', 'empty.xz', 'empty.zst'])('%s is an empty log', async (file) => {
  expect(await read(fixture(file))).toMatchObject({ text: '', error: null });
});

test('xz streams may have padding between them, zstd frames may be skippable', async () => {
  const padded = Buffer.concat([fixture('short.xz'), Buffer.alloc(8), fixture('short.xz')]);
  expect((await read(padded)).text).toBe(LOG + LOG);
  const skippable = Buffer.from([0x53, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);
  expect((await read(Buffer.concat([skippable, fixture('short.zst'), skippable]))).text).toBe(LOG);
});

describe.each(PACKED)('%s', (file) => {
  test('cut off anywhere, gives what was in it and says so', async () => {
    const whole = fixture(file);
    for (let end = 20; end < whole.length; end += 251) {
      const { text, error } = await read(whole.subarray(0, end));
      expect([LOG.startsWith(text), error]).toEqual([
        true,
        { key: 'open-log.cut-off', params: { name: 'the log', format: formatOf(file) } },
      ]);
    }
  });

  test('damaged anywhere, ends in a sentence and in time', async () => {
    const whole = fixture(file);
    for (let at = 12; at < whole.length; at += 173) {
      const broken = Buffer.from(whole);
      broken[at] = (broken[at] ?? 0) ^ 0x55;
      const { error, total } = await read(broken);
      expect(total).toBeLessThan(100 * LOG.length);
      // Only zstd lets some damage pass: its sum is not looked at.
      if (!file.endsWith('.zst')) expect(error?.key).toMatch(/^open-log\./);
    }
  });
});

test('what stands before damage is handed out before it is told', async () => {
  for (const file of ['short.log.gz', 'short.bz2', 'short.xz', 'short.zst']) {
    const broken = Buffer.concat([fixture(file), fixture(file)]);
    broken.fill(0xff, fixture(file).length + 30, fixture(file).length + 60);
    const { text, error } = await read(broken);
    // zlib keeps back what it made of the step in which it finds the damage.
    const whole = file.endsWith('.gz') ? text.length > LOG.length - 65_536 : text.startsWith(LOG);
    expect([file, whole, error?.key]).toEqual([file, true, 'open-log.damaged']);
  }
});

test.each([
  ['wide.xz', 'open-log.window', { format: 'xz', mib: 64 }],
  ['wide.zst', 'open-log.window', { format: 'zstd', mib: 128 }],
  ['sha256.xz', 'open-log.unsupported', { format: 'xz' }],
])('%s is not read, and it says why', async (file, key, params) => {
  const { text, error } = await read(fixture(file));
  expect([text, error]).toEqual(['', { key, params: { name: 'the log', ...params } }]);
});

test.each(['bomb.bz2', 'bomb.xz', 'bomb.zst', 'bomb.gz'])(
  '%s (200 MB of zeros) ends at the limit, in small pieces',
  async (file) => {
    const bytes = file === 'bomb.gz' ? gzipSync(Buffer.alloc(200_000_000)) : fixture(file);
    const { total, largest, error } = await read(bytes);
    expect(error).toEqual({ key: 'open-log.ratio', params: { name: 'the log', ratio: 1000 } });
    expect(total).toBeLessThanOrEqual(DEFAULT_LIMITS.freeBytes * 1.1);
    expect(largest).toBeLessThanOrEqual(131_072);
  },
);

test('a log longer than it may be ends there', async () => {
  const { total, error } = await read(fixture('bomb.zst'), 5000, { ratio: 1e9, logBytes: 2 * 1024 ** 2 });
  expect([total, error]).toEqual([2 * 1024 ** 2, { key: 'open-log.too-long', params: { name: 'the log', mib: 2 } }]);
});

test('packed twice is not read, nor is an archive', async () => {
  expect((await read(gzipSync(fixture('short.xz')))).error?.key).toBe('open-log.packed-twice');
  expect((await read(fixture('method.zip'))).error?.key).toBe('open-log.archive');
  expect((await read(gzipSync(fixture('method.zip')))).error?.key).toBe('open-log.archive');
});

test('a run of codes that overflows an integer is damage', async () => {
  // One symbol, and codes in which RUNA is one bit: 32 of them overflow an integer's run.
  const bits =
    '010000100101101001101000' + // BZh
    '00111001' + // 9
    '001100010100000101011001001001100101001101011001' + // the block's magic
    '0'.repeat(32) + // its sum
    '0' + // not randomised
    '0'.repeat(24) + // the origin
    `1${'0'.repeat(15)}1${'0'.repeat(15)}` + // the alphabet: NUL
    '010' + // two tables
    '000000000000001' + // one selector
    '0' + // the first table
    '00001' +
    '0' + // RUNA has 1 bit
    '100' + // RUNB 2
    '0' + // the end 2
    '00001' +
    '0' +
    '100' +
    '0' +
    '0'.repeat(32) + // RUNA
    '11' + // the end
    '0'.repeat(64);
  const bytes = Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
  expect((await read(bytes)).error?.key).toBe('open-log.damaged');
});
