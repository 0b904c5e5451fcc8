import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { readReceiving } from '@/lib/db/read/receiving';
import { readUpload, readUploads } from '@/lib/db/read/uploads';
import { dataFolder } from '@/lib/db/transaction';
import { UserError } from '@/lib/model';
import { forgetIncoming } from './incoming-bytes';
import { describeComing, discardResumable, findStopped } from './receive-resumable';
import { KEEP_STOPPED_MS, recoverUploads } from './recover-uploads';
import { handleTus, TUS_PATH } from './tus-server';

provideTestDatabase();

const LOG = Buffer.from('Aug  3 12:15:01 mx postfix/smtpd[811]: connect from unknown[192.0.2.1]\n'.repeat(40));
const TIME_MS = Date.UTC(2026, 7, 4);
const context = { actor: 'owner', nowMs: Date.UTC(2026, 7, 5) } as const;

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const metadataOf = (more: Readonly<Record<string, string>>): string =>
  Object.entries({ name: 'logs/mail.log.1', lastModified: String(TIME_MS), zone: 'Asia/Tokyo', ...more })
    .map(([key, value]) => `${key} ${base64(value)}`)
    .join(',');

/** How errors are told is the route's; here it is the key of their sentence. */
function describe(error: unknown): { status_code: number; body: string } {
  if (error instanceof UserError) return { status_code: 400, body: error.sentence.key };
  throw error;
}

async function ask(
  method: string,
  id: string,
  headers: Readonly<Record<string, string>>,
  body?: BodyInit,
): Promise<Response> {
  const url = `http://127.0.0.1:3000${TUS_PATH}${id && `/${id}`}`;
  const init = { method, headers: { 'tus-resumable': '1.0.0', ...headers }, duplex: 'half' };
  return handleTus(new Request(url, body === undefined ? init : { ...init, body }), describe);
}

async function begin(size: number, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const response = await ask('POST', '', { 'upload-length': String(size), 'upload-metadata': metadataOf(more) });
  expect(response.status).toBe(201);
  const place = response.headers.get('location') ?? '';
  expect(place).toMatch(/^\/api\/uploads\/tus\/[0-9a-z]{12}$/);
  return place.slice(TUS_PATH.length + 1);
}

const send = (id: string, offset: number, bytes: Uint8Array<ArrayBuffer>): Promise<Response> =>
  ask(
    'PATCH',
    id,
    {
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
      'content-length': String(bytes.length),
    },
    bytes,
  );

const offsetOf = async (id: string): Promise<string | null> => (await ask('HEAD', id, {})).headers.get('upload-offset');

const sha256 = createHash('sha256').update(LOG).digest('hex');
const part = (from: number, to?: number): Uint8Array<ArrayBuffer> => new Uint8Array(LOG.subarray(from, to));

test('a log in pieces is one upload, with the hash of its bytes, what came with it, and one job', async () => {
  const id = await begin(LOG.length, { format: 'postfix', year: '2026' });
  expect(readUploads({ limit: 9, offset: 0 }).total).toBe(0);
  expect((await send(id, 0, part(0, 1000))).status).toBe(204);
  expect(await offsetOf(id)).toBe('1000');
  expect(await Promise.all(readReceiving(9).map(describeComing))).toMatchObject([
    { publicId: id, name: 'logs/mail.log.1', received: 1000, sizeBytes: LOG.length, active: false },
  ]);
  const last = await send(id, 1000, part(1000));
  expect([last.status, await last.json()]).toEqual([200, { publicId: id, duplicate: false }]);
  expect(readUpload(id)).toMatchObject({
    name: 'logs/mail.log.1',
    state: 'waiting',
    sha256,
    sizeBytes: LOG.length,
    fileTimeMs: TIME_MS,
    zone: 'Asia/Tokyo',
    year: 2026,
  });
  expect(readReceiving(9)).toEqual([]);
  expect(readFileSync(path.join(dataFolder(), 'uploads', id)).equals(LOG)).toBe(true);
});

test('a server that starts anew in between loses nothing, and the hash is right', async () => {
  const id = await begin(LOG.length);
  await send(id, 0, part(0, 700));
  forgetIncoming(id);
  expect(await offsetOf(id)).toBe('700');
  await send(id, 700, part(700));
  expect(readUpload(id)?.sha256).toBe(sha256);
});

test('a sender that breaks off in mid-piece has what came, not one byte more', async () => {
  const id = await begin(LOG.length);
  const broken = new ReadableStream({
    start(controller) {
      controller.enqueue(part(0, 333));
      setTimeout(() => controller.error(new Error('the connection broke')), 20);
    },
  });
  const headers = { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  expect((await ask('PATCH', id, headers, broken)).ok).toBe(false);
  expect(await offsetOf(id)).toBe('333');
  expect((await send(id, 300, part(300))).status).toBe(409);
  expect((await send(id, 333, part(333))).status).toBe(200);
  expect(readUpload(id)?.sha256).toBe(sha256);
});

test('a disk that fills up in mid-upload: what came is kept, the reason is told, and it goes on when there is room', async () => {
  const id = await begin(LOG.length);
  const handle = await open(path.join(dataFolder(), 'uploads', id));
  const prototype = Object.getPrototypeOf(handle) as { write(bytes: Uint8Array): Promise<unknown> };
  await handle.close();
  await send(id, 0, part(0, 1000));
  const disk = vi.spyOn(prototype, 'write').mockRejectedValue(Object.assign(new Error('full'), { code: 'ENOSPC' }));
  const refused = await send(id, 1000, part(1000));
  disk.mockRestore();
  expect([refused.ok, await refused.text()]).toEqual([false, 'services.upload.no-room-left']);
  expect(await offsetOf(id)).toBe('1000');
  expect((await send(id, 1000, part(1000))).status).toBe(200);
  expect(readUpload(id)).toMatchObject({ state: 'waiting', sha256 });
});

test('the same bytes under another name are the earlier upload, also for who missed the answer', async () => {
  const first = await begin(LOG.length);
  await send(first, 0, part(0));
  const second = await begin(LOG.length, { name: 'other' });
  expect(await (await send(second, 0, part(0))).json()).toEqual({ publicId: first, duplicate: true });
  expect(readdirSync(path.join(dataFolder(), 'uploads'))).toEqual([first]);
  const head = await ask('HEAD', second, {});
  expect(head.headers.get('upload-offset')).toBe(String(LOG.length));
  expect(head.headers.get('upload-metadata')).toBe(`publicId ${base64(first)},duplicate ${base64('true')}`);
  expect(await (await send(second, LOG.length, part(0, 0))).json()).toEqual({ publicId: first, duplicate: true });
});

test('two of the same that end together are one', async () => {
  const ids = await Promise.all([begin(LOG.length), begin(LOG.length)]);
  const answers = await Promise.all(ids.map(async (id) => (await send(id, 0, part(0))).json()));
  expect(answers.map((answer) => (answer as { duplicate: boolean }).duplicate).sort()).toEqual([false, true]);
  expect(readUploads({ limit: 9, offset: 0 }).total).toBe(1);
});

test('cancelled, it leaves neither row nor bytes; what is complete is not cancelled', async () => {
  const id = await begin(LOG.length);
  await send(id, 0, part(0, 10));
  expect((await ask('DELETE', id, {})).status).toBe(204);
  expect(readReceiving(9)).toEqual([]);
  expect(readdirSync(path.join(dataFolder(), 'uploads'))).toEqual([]);
  expect((await ask('HEAD', id, {})).status).toBe(400);
  const done = await begin(LOG.length);
  await send(done, 0, part(0));
  await expect(discardResumable(done)).rejects.toThrow(UserError);
  expect(existsSync(path.join(dataFolder(), 'uploads', done))).toBe(true);
});

test.each([
  ['an empty file', 0, {}, 'services.upload.empty'],
  ['more than the disk has', 2 ** 52, {}, 'services.upload.no-room'],
  ['a zone that is none', 9, { zone: 'Mars' }, 'services.upload.bad-field'],
  ['a server that is none', 9, { format: 'Exim' }, 'services.upload.bad-field'],
  ['a year that is no number', 9, { year: 'x' }, 'services.upload.bad-field'],
  ['no name', 9, { name: ' ' }, 'services.upload.bad-field'],
])('%s is refused before a byte is sent', async (_what, size, more, key) => {
  const headers = { 'upload-length': String(size), 'upload-metadata': metadataOf(more) };
  expect(await (await ask('POST', '', headers)).text()).toBe(key);
  expect(readReceiving(9)).toEqual([]);
});

test('names that are no id lead nowhere', async () => {
  for (const id of ['..%2f..%2fringleader.db', '%00', 'x'.repeat(13), '../x']) {
    expect((await ask('HEAD', id, {})).ok).toBe(false);
  }
});

test('a file chosen again is found by name, size and time, unless it is gone', async () => {
  const id = await begin(LOG.length);
  await send(id, 0, part(0, 10));
  const file = { name: 'mail.log.1', sizeBytes: LOG.length, fileTimeMs: TIME_MS };
  expect(await findStopped(file)).toMatchObject({ publicId: id, received: 10 });
  expect(await findStopped({ ...file, name: 'mail.log.2' })).toBeNull();
  expect(await findStopped({ ...file, fileTimeMs: TIME_MS + 1 })).toBeNull();
  await discardResumable(id);
  expect(await findStopped(file)).toBeNull();
});

test('a start takes in what was complete and removes what stopped a week ago, with strays', async () => {
  const folder = path.join(dataFolder(), 'uploads');
  const whole = await begin(LOG.length);
  // Killed between the last byte and the row.
  writeFileSync(path.join(folder, whole), LOG);
  const old = await begin(50, { name: 'old' });
  const young = await begin(60, { name: 'young' });
  writeFileSync(path.join(folder, 'stray.part'), 'x');
  const weekAgo = (context.nowMs - KEEP_STOPPED_MS - 1) / 1000;
  for (const name of [old, 'stray.part']) utimesSync(path.join(folder, name), weekAgo, weekAgo);
  expect(await recoverUploads(context)).toEqual({
    finished: ['logs/mail.log.1'],
    removed: [{ name: 'old', received: 0, sizeBytes: 50 }],
    files: ['stray.part'],
  });
  expect(readUpload(whole)).toMatchObject({ state: 'waiting', sha256 });
  expect(readReceiving(9).map(({ publicId }) => publicId)).toEqual([young]);
  expect(readdirSync(folder).sort()).toEqual([whole, young].sort());
  expect(await recoverUploads(context)).toEqual({ finished: [], removed: [], files: [] });
});
