import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { countStoredEvents, listEvents } from '@/lib/db/fixtures/list-events';
import { readAcceptedMail } from '@/lib/db/read/sightings';
import { readUploads } from '@/lib/db/read/uploads';
import { claimLane, leaveLane } from '@/lib/db/write/jobs';
import type { Message } from '@/lib/model';
import { followFiles } from './follow-files';

provideTestDatabase();

let folder = '';
let log = '';
let notices: Message[] = [];
let faults: unknown[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ringleader-follow-'));
  log = path.join(folder, 'mail.log');
  notices = [];
  faults = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const two = (n: number): string => String(n).padStart(2, '0');
const stampOf = (i: number): string =>
  `2026-11-${two(1 + Math.floor(i / 1440))}T${two(Math.floor(i / 60) % 24)}:${two(i % 60)}`;

const refusal = (i: number): string =>
  `${stampOf(i)}:01+00:00 mx1 postfix/smtpd[${i}]: NOQUEUE: reject: RCPT from unknown[198.18.${i % 7}.${i % 200}]: 554 5.7.1 <u@home.example>: Relay access denied; from=<err${i}@news.example> to=<u@home.example> proto=ESMTP helo=<h.example>\n`;
const lines = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => refusal(from + i)).join('');
const accepted = (i: number): readonly [string, string] => [
  `${stampOf(i)}:02+00:00 mx1 postfix/smtpd[9]: ABC00${i}0: client=mail.friend.example[203.0.113.5]\n`,
  `${stampOf(i)}:03+00:00 mx1 postfix/lmtp[7]: ABC00${i}0: to=<u@home.example>, relay=mx1[private/lmtp], delay=0.1, dsn=2.0.0, status=sent (250 2.0.0 Ok)\n`,
];

/** Follows on a clock that runs a second with each look; `stop` ends as SIGTERM does. */
function follow(...paths: string[]): { stop: () => Promise<void> } {
  const end = new AbortController();
  let clock = Date.UTC(2026, 10, 24);
  const done = followFiles({
    paths,
    zone: 'UTC',
    format: null,
    signal: end.signal,
    nowMs: () => (clock += 100),
    everyMs: 2,
    onNotice: (sentence) => notices.push(sentence),
    onFault: (error) => faults.push(error),
  });
  return {
    stop: async () => {
      end.abort();
      await done;
      expect(faults).toEqual([]);
    },
  };
}

const total = countStoredEvents;
const uploads = () => readUploads({ limit: 20, offset: 0 }).uploads;
const reach = (events: number) => expect.poll(total, { interval: 5, timeout: 8_000 }).toBe(events);

test('what is appended is read, a line once it has its end, and a stop leaves the upload done', async () => {
  writeFileSync(log, lines(0, 3));
  const run = follow(log);
  await reach(3);
  const [half, rest] = [refusal(3).slice(0, 80), refusal(3).slice(80)];
  appendFileSync(log, refusal(2).replace('[2]', '[99]') + half);
  await reach(4);
  appendFileSync(log, rest);
  await reach(5);
  await run.stop();
  expect(uploads()).toMatchObject([{ name: log, source: 'follow', state: 'done', events: 5, lines: 5, addresses: 4 }]);
  expect((await listEvents()).at(-1)?.sender).toBe('err3@news.example');
});

test('what one batch says of the next is known: accepted mail, and what was repeated', async () => {
  const [client, sent] = accepted(0);
  writeFileSync(log, refusal(0) + client);
  const run = follow(log);
  await reach(1);
  appendFileSync(log, sent + refusal(1));
  await reach(2);
  appendFileSync(
    log,
    `${stampOf(2)}:05+00:00 mx1 postfix/smtpd[1]: last message repeated 2 times\n${refusal(3)}`.replace(
      /^(\S+) mx1 postfix\/smtpd\[1\]: /,
      '$1 mx1 ',
    ),
  );
  await reach(5);
  await run.stop();
  expect(readAcceptedMail().messages).toBe(1);
});

test('stopped and started again: nothing lost, nothing doubled, and the state of the lines before is there', async () => {
  const [client, sent] = accepted(0);
  writeFileSync(log, lines(0, 40) + client + refusal(40).slice(0, 50));
  let run = follow(log);
  await reach(40);
  await run.stop();
  appendFileSync(log, refusal(40).slice(50) + sent + lines(41, 60));
  run = follow(log);
  await reach(60);
  await run.stop();
  expect(readAcceptedMail().messages).toBe(1);
  expect(uploads()).toMatchObject([{ events: 60, known: 0 }]);
});

test('rotation by rename: the old file is read to its end, though it is written to afterwards', async () => {
  writeFileSync(log, lines(0, 10));
  const run = follow(log);
  await reach(10);
  appendFileSync(log, lines(10, 15));
  renameSync(log, `${log}.1`);
  writeFileSync(log, lines(20, 25));
  await reach(20);
  appendFileSync(`${log}.1`, lines(15, 18) + refusal(18).trimEnd());
  await reach(24);
  await run.stop();
  expect(uploads().map(({ events, state }) => [events, state])).toEqual([
    [5, 'done'],
    [19, 'done'],
  ]);
});

test('rotation by copytruncate: what was written before it was noticed is found in the copy', async () => {
  writeFileSync(log, lines(0, 30));
  const run = follow(log);
  await reach(30);
  // Both at once, as between two looks.
  appendFileSync(log, lines(30, 42));
  copyFileSync(log, `${log}.1`);
  truncateSync(log, 0);
  appendFileSync(log, lines(42, 45));
  await reach(45);
  await run.stop();
  expect(uploads().map(({ events, known }) => [events, known])).toEqual([
    [3, 0],
    [42, 0],
  ]);
});

test('a new file that has grown beyond the old one is a new file', async () => {
  writeFileSync(log, lines(0, 5));
  const run = follow(log);
  await reach(5);
  copyFileSync(log, `${log}.1`);
  writeFileSync(log, lines(10, 40));
  await reach(35);
  await run.stop();
});

test.each([
  ['under another name', (from: string) => renameSync(from, `${from}.1`)],
  [
    'compressed',
    (from: string) => {
      writeFileSync(`${from}-20261124.gz`, gzipSync(readFileSync(from)));
      rmSync(from);
    },
  ],
])('rotated while nobody followed: the rest is read from the old file %s', async (_, rotate) => {
  writeFileSync(log, lines(0, 20));
  let run = follow(log);
  await reach(20);
  await run.stop();
  appendFileSync(log, lines(20, 33));
  rotate(log);
  writeFileSync(log, lines(40, 47));
  run = follow(log);
  await reach(40);
  await run.stop();
  expect(notices).toEqual([]);
  expect(uploads().map(({ events }) => events)).toEqual([7, 33]);
});

test('rotated three times while nobody followed: all that lies beside it is read, in order', async () => {
  writeFileSync(`${log}.0`, lines(90, 95));
  utimesSync(`${log}.0`, 1, 1);
  writeFileSync(log, lines(0, 5));
  let run = follow(log);
  await reach(5);
  await run.stop();
  appendFileSync(log, lines(5, 10));
  renameSync(log, `${log}.3`);
  writeFileSync(`${log}.2.gz`, gzipSync(lines(10, 20)));
  writeFileSync(`${log}.1`, lines(20, 30));
  for (const [i, name] of ['.3', '.2.gz', '.1'].entries()) {
    const at = Date.now() / 1000 + 10 + i;
    utimesSync(log + name, at, at);
  }
  writeFileSync(log, lines(30, 35));
  run = follow(log);
  await reach(35);
  await run.stop();
  expect(uploads().map(({ events, known }) => [events, known])).toEqual([
    [5, 0],
    [10, 0],
    [10, 0],
    [10, 0],
  ]);
});

test('an old file that is gone is said to be lost', async () => {
  writeFileSync(log, lines(0, 20));
  let run = follow(log);
  await reach(20);
  await run.stop();
  rmSync(log);
  writeFileSync(log, lines(30, 33));
  run = follow(log);
  await reach(23);
  await run.stop();
  expect(notices.map(({ key }) => key)).toEqual(['services.follow.lost']);
});

test('several files, one of which is not there yet', async () => {
  const other = path.join(folder, 'other.log');
  writeFileSync(log, lines(0, 3));
  const run = follow(log, other);
  await reach(3);
  expect(notices).toEqual([{ key: 'services.follow.absent', params: { name: other } }]);
  writeFileSync(other, lines(100, 104));
  await reach(7);
  await run.stop();
});

test('the same file rewritten in place brings nothing twice', async () => {
  writeFileSync(log, lines(0, 6));
  const run = follow(log);
  await reach(6);
  writeFileSync(`${log}.new`, `${lines(0, 6).replace('Relay', 'relay')}${lines(6, 8)}`);
  renameSync(`${log}.new`, log);
  await reach(9);
  await run.stop();
  expect(uploads()[0]).toMatchObject({ events: 3, known: 5 });
});

test('years that the file does not say: the first one is told by the last stamp', async () => {
  const old = (month: string): string => refusal(0).replace(/^\S+/, `${month} 04 05:14:21`);
  writeFileSync(log, old('Mar') + old('Dec') + old('Jan') + old('Nov'));
  const run = follow(log);
  await reach(4);
  appendFileSync(log, old('Dec') + old('Nov'));
  await reach(6);
  await run.stop();
  const events = await listEvents();
  expect(events.map(({ timeMs }) => new Date(timeMs).toISOString().slice(0, 7))).toEqual([
    '2025-03',
    '2025-12',
    '2025-12',
    '2026-01',
    '2026-11',
    '2026-11',
  ]);
});

test('while an upload is read the lane is waited for', async () => {
  const now = Date.UTC(2026, 10, 24);
  expect(claimLane('ingest', 'follow:other', now, 3_600_000)).not.toBeNull();
  writeFileSync(log, lines(0, 3));
  const run = follow(log);
  await expect.poll(() => uploads().length).toBe(1);
  expect(total()).toBe(0);
  leaveLane('follow:other');
  await reach(3);
  await run.stop();
});
