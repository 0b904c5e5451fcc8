import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sql } from '@/lib/db/connection';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { countStoredEvents, listEvents } from '@/lib/db/fixtures/list-events';
import { readIngestTokens } from '@/lib/db/read/ingest-tokens';
import { readAcceptedMail } from '@/lib/db/read/sightings';
import { readUploads } from '@/lib/db/read/uploads';
import { dataFolder } from '@/lib/db/transaction';
import { runJobs } from '@/lib/jobs';
import { requestRemoval } from './change-upload';
import { createHandlers } from './handlers';
import { checkIngestToken, makeIngestToken, revokeToken } from './ingest-tokens';
import { receivePush } from './receive-push';
import { spoolPath } from './spool';

provideTestDatabase();

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 10, 24, 10);
const at = (nowMs: number) => ({ actor: 'owner' as const, nowMs });
const two = (n: number): string => String(n).padStart(2, '0');

const refusal = (i: number): string =>
  `Nov 24 ${two(Math.floor(i / 60) % 24)}:${two(i % 60)}:01 mx1 postfix/smtpd[${i}]: NOQUEUE: reject: RCPT from unknown[198.18.${i % 7}.${i % 200}]: 554 5.7.1 <u@home.example>: Relay access denied; from=<err${i}@news.example> to=<u@home.example> proto=ESMTP helo=<h.example>\n`;
const lines = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => refusal(from + i)).join('');

function token(name = 'mx1') {
  const made = makeIngestToken(at(START), { name, zone: 'UTC' });
  const row = checkIngestToken(`Bearer ${made.token}`);
  if (!row) throw new Error('the token does not work');
  return { ...row, ...made };
}

type Token = ReturnType<typeof token>;

const push = (row: Token, body: string, key: string | null = null, nowMs = START) =>
  receivePush(at(nowMs), row, { body: Buffer.from(body), isJson: false, key });

/** The worker, from now until nothing is to be done. */
async function work(nowMs: number, handlers = createHandlers({})): Promise<void> {
  const faults: unknown[] = [];
  const { push: reader, settle, detect, forget } = handlers;
  const kinds = { push: reader, settle, detect, forget };
  // The lane's pace: a second later it goes on.
  for (let round = 0; round < 4; round++) {
    await runJobs({
      handlers: kinds,
      signal: new AbortController().signal,
      nowMs: () => nowMs + round * 1000,
      until: 'idle',
      onFault: (error) => faults.push(error),
    });
  }
  expect(faults).toEqual([]);
}

const total = countStoredEvents;
const uploads = () => readUploads({ limit: 9, offset: 0 }).uploads;

test('what is taken in is read, batch by batch, into one upload a day', async () => {
  const mx1 = token();
  const handlers = createHandlers({});
  const first = push(mx1, lines(0, 10));
  expect(first).toEqual({
    kind: 'accepted',
    answer: { accepted: 10, ignored: 0, upload: expect.any(String) as string },
    replayed: false,
  });
  await work(START + 2_000, handlers);
  expect(push(mx1, lines(10, 15), null, START + 60_000)).toMatchObject({ answer: { accepted: 5 } });
  await work(START + 62_000, handlers);
  expect(total()).toBe(15);
  expect(uploads()).toMatchObject([
    { name: 'mx1 2026-11-24', source: 'push', state: 'reading', events: 15, lines: 15 },
  ]);
  expect((await listEvents()).at(-1)?.timeMs).toBe(Date.UTC(2026, 10, 24, 0, 14, 1));
  expect(readIngestTokens()).toMatchObject([{ name: 'mx1', lines: 15, lastMs: START + 60_000 }]);
});

test('a day that is over is done, its bytes are dropped, and the next one is another upload', async () => {
  const mx1 = token();
  push(mx1, lines(0, 3));
  await work(START + 2_000);
  push(mx1, lines(3, 5), null, START + DAY_MS);
  await work(START + DAY_MS + 1_000);
  expect(uploads()).toMatchObject([
    { name: 'mx1 2026-11-25', state: 'reading', events: 2 },
    { name: 'mx1 2026-11-24', state: 'done', events: 3, addresses: 3 },
  ]);
  expect(() => readFileSync(path.join(dataFolder(), spoolPath(mx1.publicId, START)))).toThrow('ENOENT');
});

test('a worker that is started anew neither loses nor doubles, and knows the lines before', async () => {
  const mx1 = token();
  const client = 'Nov 24 09:00:02 mx1 postfix/smtpd[9]: ABC000: client=mail.friend.example[203.0.113.5]\n';
  const sent =
    'Nov 24 09:00:03 mx1 postfix/lmtp[7]: ABC000: to=<u@home.example>, relay=mx1[private/lmtp], delay=0.1, dsn=2.0.0, status=sent (250 2.0.0 Ok)\n';
  push(mx1, lines(0, 5) + client);
  await work(START + 2_000);
  push(mx1, sent + lines(5, 9), null, START + 10_000);
  await work(START + 12_000);
  expect(total()).toBe(9);
  expect(readAcceptedMail().messages).toBe(1);
});

test('a try that broke off leaves nothing behind', async () => {
  const mx1 = token();
  push(mx1, lines(0, 2));
  // As if the power went before the row was written.
  appendFileSync(path.join(dataFolder(), spoolPath(mx1.publicId, START)), lines(50, 90));
  await work(START + 2_000);
  expect(total()).toBe(2);
  push(mx1, lines(2, 3), null, START + 10_000);
  await work(START + 12_000);
  expect(total()).toBe(3);
  expect(readFileSync(path.join(dataFolder(), spoolPath(mx1.publicId, START)), 'utf8')).toBe(lines(0, 3));
});

test('the same batch under the same key is answered the same and counted once; another one is refused', async () => {
  const [mx1, mx2] = [token('mx1'), token('mx2')];
  const first = push(mx1, lines(0, 4), 'batch-1');
  const again = push(mx1, lines(0, 4), 'batch-1', START + 6 * DAY_MS);
  expect(first).toMatchObject({ kind: 'accepted', replayed: false });
  expect(again).toEqual({ ...first, replayed: true });
  expect(push(mx1, lines(0, 5), 'batch-1')).toMatchObject({
    status: 422,
    sentence: { key: 'services.ingest.other-body' },
  });
  expect(push(mx2, refusal(9).replace('mx1', 'mx2'), 'batch-1')).toMatchObject({ replayed: false });
  await work(START + 2_000);
  expect(total()).toBe(5);
  expect(readIngestTokens().map(({ lines: count }) => count)).toEqual([1, 4]);
});

test('without a key the batch itself is the key, for a day and as long as its upload is there', async () => {
  const [mx1, mx2] = [token('mx1'), token('mx2')];
  const first = push(mx1, lines(0, 4));
  expect(push(mx1, lines(0, 4), null, START + DAY_MS - 1)).toEqual({ ...first, replayed: true });
  // Other lines, another sender, and a key of the shipper's own are other batches.
  expect(push(mx1, lines(0, 5))).toMatchObject({ kind: 'accepted', replayed: false });
  expect(push(mx2, lines(0, 4))).toMatchObject({ kind: 'accepted', replayed: false });
  expect(push(mx1, lines(0, 4), 'batch-1')).toMatchObject({ kind: 'accepted', replayed: false });
  expect(push(mx1, lines(0, 4), null, START + DAY_MS)).toMatchObject({ kind: 'accepted', replayed: false });
});

test('a full disk: the shipper is told to come again, and nothing of the batch is there twice', async () => {
  const mx1 = token();
  push(mx1, lines(0, 2));
  await work(START + 2_000);
  // Keys as long as they may be need a new page soon.
  const cramped = (n: number) => push(mx1, lines(10 + n, 11 + n), `${n}`.padStart(255, 'k'), START + 3_000);
  sql().pragma(`max_page_count = ${Number(sql().pragma('page_count', { simple: true }))}`);
  const answers = Array.from({ length: 400 }, (_, n) => cramped(n));
  const first = answers.findIndex(({ kind }) => kind === 'refused');
  expect(answers[first]).toMatchObject({
    ...{ status: 503, sentence: { key: 'services.ingest.disk-full' }, retryAfterS: 60 },
  });
  sql().pragma('max_page_count = 1000000');
  expect(answers.map((_, n) => cramped(n)).filter(({ kind }) => kind === 'refused')).toEqual([]);
  await work(START + 4_000);
  expect(total()).toBe(402);
});

test('keys are forgotten after a week', () => {
  const mx1 = token();
  push(mx1, lines(0, 1), 'a');
  push(mx1, lines(1, 2), 'b', START + 8 * DAY_MS);
  expect(push(mx1, lines(2, 3), 'a', START + 8 * DAY_MS)).toMatchObject({ kind: 'accepted', replayed: false });
});

test.each([
  ['no line', '', null, 'services.ingest.nothing'],
  ['no message', '{"a":1}', null, 'services.ingest.nothing'],
  ['a key with a blank', 'x\n', 'a b', 'services.ingest.bad-key'],
  ['a key too long', 'x\n', 'k'.repeat(256), 'services.ingest.bad-key'],
])('%s is refused', (_, body, key, sentence) => {
  expect(push(token(), body, key)).toMatchObject({ kind: 'refused', status: 400, sentence: { key: sentence } });
  expect(uploads()).toEqual([]);
});

test('lines of one batch that ends without a line end are not joined to the next', async () => {
  const mx1 = token();
  push(mx1, refusal(0).trimEnd());
  push(mx1, refusal(1));
  await work(START + 2_000);
  expect(total()).toBe(2);
});

test.each([
  ['the same lines without a key are no repetition', lines(0, 4), 4],
  ['other lines are a new upload', lines(4, 6), 2],
])('what was sent in a day is removed; after it %s', async (_, next, events) => {
  const mx1 = token();
  const first = push(mx1, lines(0, 4));
  await work(START + 2_000);
  if (first.kind !== 'accepted') throw new Error('refused');
  requestRemoval(at(START + 3_000), first.answer.upload);
  await work(START + 4_000);
  expect(total()).toBe(0);
  expect(push(mx1, next, null, START + 10_000)).toMatchObject({ kind: 'accepted', replayed: false });
  await work(START + 12_000);
  expect(uploads()).toMatchObject([{ events, lines: events }]);
});

test('stamps of a clock gone wrong do not move the year of the next ones', async () => {
  const mx1 = token();
  push(mx1, refusal(0) + refusal(1).replace('Nov 24', 'Jan  1') + refusal(2));
  await work(START + 2_000);
  const events = await listEvents();
  expect(events.map(({ timeMs }) => new Date(timeMs).toISOString().slice(0, 10))).toEqual([
    '2026-01-01',
    '2026-11-24',
    '2026-11-24',
  ]);
});

test('a token: missing, wrong, revoked are all nobody', () => {
  const mx1 = token();
  const right = `Bearer ${mx1.token}`;
  expect(checkIngestToken(right.replace('Bearer', 'bearer'))?.name).toBe('mx1');
  for (const wrong of [
    null,
    '',
    'Bearer',
    'Bearer ',
    mx1.token,
    `Basic ${mx1.token}`,
    `${right}x`,
    `Bearer ${mx1.tokenHash}`,
  ]) {
    expect(checkIngestToken(wrong)).toBeNull();
  }
  revokeToken(at(START), mx1.publicId);
  expect(checkIngestToken(right)).toBeNull();
  expect(() => revokeToken(at(START), mx1.publicId)).toThrow();
  expect(JSON.stringify(readIngestTokens())).not.toContain(mx1.token);
});
