import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';
import { expect, test } from 'vitest';
import { readTar } from './read-tar';

async function* whole(bytes: Uint8Array, step: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

/** Each file's name, time, reason against it, and text. */
async function list(bytes: Uint8Array, step = 700) {
  const found: Array<[string, number | null, string | null, string]> = [];
  for await (const member of readTar(whole(bytes, step), 'a.tar', () => 0)) {
    let text = '';
    if (member.refusal === null) for await (const part of member.bytes) text += Buffer.from(part).toString();
    found.push([member.name, member.mtimeMs, member.refusal?.key ?? null, text]);
  }
  return found;
}

async function tar(...files: Array<Partial<Header> & { name: string; body: string }>): Promise<Buffer> {
  const archive = pack();
  for (const { body, ...header } of files) archive.entry({ mtime: new Date(7_000), ...header }, body);
  archive.finalize();
  const parts: Buffer[] = [];
  for await (const part of archive) if (part instanceof Uint8Array) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** A tar's blocks, with the first header's sum made right again. */
function withSum(bytes: Buffer): Buffer {
  bytes.fill(' ', 148, 156);
  const sum = bytes.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bytes;
}

test.each([1, 512, 5000])('names and times as pax tells them, from chunks of %d bytes', async (step) => {
  const name = `${'d'.repeat(120)}/${'ログ'.repeat(40)}.log`;
  const bytes = await tar({ name, body: 'one', pax: { mtime: '12.5' } }, { name: './two', body: 'x'.repeat(1500) });
  expect(await list(bytes, step)).toEqual([
    [name, 12_500, null, 'one'],
    ['two', 7_000, null, 'x'.repeat(1500)],
  ]);
});

test('what GNU tar writes: long names, folders, and files with holes, which are passed over whole', async () => {
  const bytes = gunzipSync(readFileSync(new URL('fixtures/gnu.tar.gz', import.meta.url)));
  const long = `${'folder-with-a-long-name/'.repeat(6)}mail.log`;
  expect((await list(bytes)).map(([name, , reason, text]) => [name, reason, text])).toEqual([
    ['holes.log', 'archive.sparse', ''],
    [long, null, 'in the folder\n'],
    ['mail.log', null, 'plain\n'],
  ]);
});

test('behind a GNU file whose holes need a map of their own, the next file is found', async () => {
  const bytes = await tar({ name: 'holes.log', body: 'x'.repeat(700) }, { name: 'a.log', body: 'text' });
  bytes.write('S', 156, 'latin1');
  bytes[482] = 1;
  const map = Buffer.alloc(512);
  const whole = Buffer.concat([withSum(bytes).subarray(0, 512), map, bytes.subarray(512)]);
  expect(await list(whole)).toEqual([
    ['holes.log', 7_000, 'archive.sparse', ''],
    ['a.log', 7_000, null, 'text'],
  ]);
});

test('a tar of before POSIX, and one that ends without its empty blocks', async () => {
  const bytes = await tar({ name: 'old.log', body: 'old' });
  bytes.fill(0, 257, 512);
  expect(await list(withSum(bytes).subarray(0, 1024))).toEqual([['old.log', 7_000, null, 'old']]);
});

test.each<[string, (bytes: Buffer) => Buffer, string]>([
  ['a sum that is wrong', (bytes) => (bytes.fill(0x37, 100, 104), bytes), 'archive.damaged'],
  ['a size that is no number', (bytes) => withSum((bytes.write('zzz', 124, 'latin1'), bytes)), 'archive.damaged'],
  ['a negative size', (bytes) => withSum((bytes.fill(0xff, 124, 136), bytes)), 'archive.damaged'],
  ['a size past the end', (bytes) => withSum((bytes.write('77777777777', 124, 'latin1'), bytes)), 'archive.cut-off'],
  ['an end within a header', (bytes) => bytes.subarray(0, 300), 'archive.cut-off'],
])('%s', async (_, change, key) => {
  const bytes = await tar({ name: 'a.log', body: 'text' });
  await expect(list(change(bytes))).rejects.toMatchObject({ sentence: { key, params: { name: 'a.tar' } } });
});

test('a header about a header is not held without bound', async () => {
  const bytes = await tar({ name: 'a.log', body: 'text', type: 'file' });
  bytes.write('x', 156, 'latin1');
  bytes.write('00010000000', 124, 'latin1');
  await expect(list(withSum(bytes))).rejects.toMatchObject({ sentence: { key: 'archive.damaged' } });
});
