import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { readUploads } from '@/lib/db/read/uploads';
import { ownerContext } from '@/lib/services/context';
import { makeIngestToken, revokeToken } from '@/lib/services/ingest-tokens';
import { POST } from './route';

provideTestDatabase();

const LINE = 'Nov 24 10:00:00 mx1 postfix/smtpd[1]: connect from unknown[198.18.0.1]\n';
const MIB = 1024 ** 2;
const make = () => makeIngestToken(ownerContext(), { name: 'mx1', zone: 'UTC' });

async function send(body: string | Uint8Array, headers: Record<string, string>) {
  const request = new Request('http://127.0.0.1:3000/api/ingest', {
    method: 'POST',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers: { host: '127.0.0.1:3000', ...headers },
  });
  const response = await POST(request);
  return { status: response.status, headers: response.headers, answer: (await response.json()) as unknown };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

test('lines, plain and gzipped, are taken in', async () => {
  const { token } = make();
  expect(await send(LINE, bearer(token))).toMatchObject({ status: 202, answer: { accepted: 1, ignored: 0 } });
  const zipped = await send(gzipSync(LINE.repeat(3)), { ...bearer(token), 'content-encoding': 'gzip' });
  expect(zipped).toMatchObject({ status: 202, answer: { accepted: 3 } });
});

test('the same batch packed anew is the same batch', async () => {
  const { token } = make();
  const headers = { ...bearer(token), 'idempotency-key': 'a' };
  const first = await send(LINE, headers);
  const again = await send(gzipSync(LINE), { ...headers, 'content-encoding': 'gzip' });
  expect([again.status, again.answer]).toEqual([first.status, first.answer]);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect((await send(`${LINE}x`, headers)).status).toBe(422);
});

test('a bomb is capped', async () => {
  const { token } = make();
  const bomb = gzipSync(Buffer.alloc(17 * MIB));
  expect(bomb.length).toBeLessThan(MIB);
  expect((await send(bomb, { ...bearer(token), 'content-encoding': 'gzip' })).status).toBe(413);
  expect((await send(Buffer.alloc(16 * MIB + 1, 97), bearer(token))).status).toBe(413);
  expect(readUploads({ limit: 1, offset: 0 }).total).toBe(0);
});

test('gzip that is damaged or cut off, and other encodings', async () => {
  const { token } = make();
  const headers = { ...bearer(token), 'content-encoding': 'gzip' };
  expect((await send(LINE, headers)).status).toBe(400);
  expect((await send(gzipSync(LINE.repeat(99)).subarray(0, 60), headers)).status).toBe(400);
  expect((await send(LINE, { ...bearer(token), 'content-encoding': 'br' })).status).toBe(415);
});

test('without a token that works the answer is always the same', async () => {
  const { token, publicId } = make();
  const missing = await send(LINE, {});
  const wrong = await send(LINE, bearer('x'));
  revokeToken(ownerContext(), publicId);
  const revoked = await send(LINE, bearer(token));
  expect(missing.status).toBe(401);
  for (const other of [wrong, revoked]) {
    expect([other.status, other.answer]).toEqual([missing.status, missing.answer]);
    expect([...other.headers]).toEqual([...missing.headers]);
  }
});

test('a name that somebody else made lead here is refused, token or not', async () => {
  const { token } = make();
  expect((await send(LINE, { ...bearer(token), host: 'evil.example:3000' })).status).toBe(421);
});

test('JSON as shippers send it', async () => {
  const { token } = make();
  const headers = { ...bearer(token), 'content-type': 'application/x-ndjson' };
  const body = `{"message":${JSON.stringify(LINE)}}\n{"no":"message"}\n`;
  expect(await send(body, headers)).toMatchObject({ status: 202, answer: { accepted: 1, ignored: 1 } });
});
