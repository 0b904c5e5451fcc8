import { expect, test } from 'vitest';
import { sql } from '@/lib/db/connection';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { countStoredEvents, listEvents } from '@/lib/db/fixtures/list-events';
import { readEventLines } from '@/lib/db/read/evidence';
import { readAcceptedMail } from '@/lib/db/read/sightings';
import { readUpload, type UploadRow } from '@/lib/db/read/uploads';
import { resumeLane } from '@/lib/db/write/jobs';
import { runJobs } from '@/lib/jobs';
import { requestRedate, requestRemoval } from './change-upload';
import { createHandlers } from './handlers';
import { receiveUpload } from './receive-upload';

provideTestDatabase();

const context = () => ({ actor: 'owner' as const, nowMs: Date.now() });
const two = (n: number): string => String(n).padStart(2, '0');

/** The i-th minute of a mail server's log: a refusal, now and then the same line twice, and a mail accepted. */
function minute(i: number): string {
  const stamp = `Aug ${two(3 + Math.floor(i / 1440))} ${two(Math.floor(i / 60) % 24)}:${two(i % 60)}`;
  const client = `198.18.${i % 7}.${i % 200}`;
  const refusal = `${stamp}:01 mx1 postfix/smtpd[${i}]: NOQUEUE: reject: RCPT from unknown[${client}]: 554 5.7.1 <u${i % 5}@home.example>: Relay access denied; from=<err${1000 + i}@news.example> to=<u${i % 5}@home.example> proto=ESMTP helo=<h.example>\n`;
  const id = (0xabc000 + i).toString(16).toUpperCase();
  return (
    (i % 10 === 0 ? refusal + refusal : refusal) +
    `${stamp}:02 mx1 postfix/smtpd[9]: ${id}: client=mail.friend.example[203.0.113.5]\n` +
    `${stamp}:03 mx1 postfix/qmgr[8]: ${id}: from=<f@friend.example>, size=900, nrcpt=1 (queue active)\n` +
    `${stamp}:04 mx1 postfix/lmtp[7]: ${id}: to=<u@home.example>, relay=mx1[private/lmtp], delay=0.1, delays=0/0/0/0.1, dsn=2.0.0, status=sent (250 2.0.0 Ok)\n` +
    `${stamp}:05 mx1 postfix/qmgr[8]: ${id}: removed\n`
  );
}

const log = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => minute(from + i)).join('');
const refusals = (from: number, to: number): number => log(from, to).split('NOQUEUE').length - 1;

async function upload(name: string, text: string, zone = 'UTC'): Promise<string> {
  async function* chunks() {
    yield Buffer.from(text);
  }
  const input = {
    name,
    source: 'cli' as const,
    fileTimeMs: Date.UTC(2026, 7, 9),
    zone,
    year: null,
    expectedBytes: null,
  };
  const { publicId } = await receiveUpload(context(), input, chunks());
  await settle();
  return publicId;
}

async function settle(): Promise<void> {
  const faults: unknown[] = [];
  const { ingest, detect, redate, forget } = createHandlers({});
  await runJobs({
    handlers: { ingest, detect, redate, forget },
    signal: new AbortController().signal,
    nowMs: Date.now,
    until: 'settled',
    onFault: (error) => faults.push(error),
  });
  expect(faults).toEqual([]);
}

function uploadOf(publicId: string): UploadRow {
  const row = readUpload(publicId);
  if (!row) throw new Error('no such upload');
  return row;
}

const total = countStoredEvents;

test('a log that has grown adds what is new, and says how much was known', async () => {
  await upload('maillog', log(0, 100));
  const grown = await upload('maillog', log(0, 160));
  expect(total()).toBe(refusals(0, 160));
  expect(uploadOf(grown)).toMatchObject({ events: refusals(100, 160), known: refusals(0, 100), state: 'done' });
  expect(readAcceptedMail()).toEqual({ messages: 160, addresses: 1, lastMs: Date.UTC(2026, 7, 3) });
});

test.each([
  ['in order', ['a', 'b', 'c']],
  ['the last first', ['c', 'a', 'b']],
  ['the middle last', ['a', 'c', 'b']],
])('rotations that overlap, %s: every refusal is there as often as it was logged', async (_, order) => {
  const parts: Record<string, string> = { a: log(0, 120), b: log(80, 220), c: log(200, 300) };
  for (const name of order) await upload(name, parts[name] ?? '');
  expect(total()).toBe(refusals(0, 300));
});

test('two logs of the same time that are not the same log take nothing from each other', async () => {
  await upload('mx1', log(0, 50));
  const other = await upload('mx2', log(0, 50).replaceAll(' mx1 ', ' mx2 '));
  expect(total()).toBe(2 * refusals(0, 50));
  expect(uploadOf(other).known).toBe(0);
  expect(readAcceptedMail().messages).toBe(100);
});

test('a removed upload takes exactly its events along', async () => {
  const first = await upload('a', log(0, 100));
  await upload('b', log(90, 200));
  requestRemoval(context(), first);
  await settle();
  expect(total()).toBe(refusals(100, 200));
  expect(readUpload(first)).toBeUndefined();
  // What only its rows told of accepted mail is gone with it; the other's stays.
  expect(readAcceptedMail().messages).toBe(100);
});

test('a file cut in mid-line gives what is whole, and its rest with the next one', async () => {
  const whole = log(0, 60);
  await upload('cut', whole.slice(0, whole.indexOf('NOQUEUE', 9000) + 30));
  await upload('whole', whole);
  expect(total()).toBe(refusals(0, 60));
});

test('senders, lines and bytes come back as they were', async () => {
  const hostile = `Aug 03 10:00:00 mx1 postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[198.18.0.9]: 554 5.7.1 no; from=<a\u00e9\u202e12345@x.example> to=<B@Home.example> proto=SMTP helo=<h>`;
  await upload('one', `${log(0, 3)}${hostile}\n`);
  const events = await listEvents('ip:198.18.0.9');
  expect(events.map(({ sender, recipient, pattern }) => [sender, recipient, pattern])).toEqual([
    ['a\u00e9\u202e12345@x.example', 'b@home.example', 'a\u00e9\u202e{digits}@x.example'],
  ]);
  const [line] = readEventLines(events.map(({ id }) => id));
  expect(line).toMatchObject({ line: log(0, 3).split('\n').length, text: hostile, upload: { name: 'one' } });
});

test('a new zone re-dates the events and keeps their offset', async () => {
  const publicId = await upload('one', log(0, 5));
  requestRedate(context(), { publicId, zone: '+09:00', year: null });
  await settle();
  const events = await listEvents(`upload:#${publicId}`);
  expect(events[0]).toMatchObject({ timeMs: Date.UTC(2026, 7, 2, 15, 0, 1), utcOffsetMinutes: 540 });
  expect(uploadOf(publicId)).toMatchObject({ firstMs: Date.UTC(2026, 7, 2, 15, 0, 1), zone: '+09:00' });
});

test('a full disk: what was read stays, the state says so, and it goes on when there is room', async () => {
  const text = Array.from({ length: 30_000 }, (_, i) => minute(i % 5000).replace('[u', `[${i}`)).join('');
  const pages = Number(sql().pragma('page_count', { simple: true }));
  sql().pragma(`max_page_count = ${pages + 500}`);
  const publicId = await upload('big', text);
  const full = uploadOf(publicId);
  expect(full).toMatchObject({ state: 'waiting', error: { key: 'services.upload.disk-full' } });
  expect(full.events).toBeGreaterThan(0);
  expect(total()).toBe(full.events);
  sql().pragma('max_page_count = 1000000');
  resumeLane('ingest', Date.now());
  await settle();
  expect(uploadOf(publicId)).toMatchObject({ state: 'done', error: null });
  expect(total()).toBe(text.split('NOQUEUE').length - 1);
});
