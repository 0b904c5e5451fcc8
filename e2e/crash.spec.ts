import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { APIRequestContext } from '@playwright/test';
import Database from 'better-sqlite3';
import { CLI, ROOT } from '../lib/launch/places.mjs';
import type { App } from './fixtures';
import { expect, SAMPLE, test } from './registry';
import { sendLog } from './send-log';

const SEVEN = [
  '198.18.120.0/23',
  '198.18.126.0/24',
  '198.18.28.0/22',
  '198.18.32.0/19',
  '198.18.8.0/21',
  '198.18.96.0/20',
  '203.0.113.16/28',
];

/** Sends a log as the upload page does and returns its public id. */
async function upload(request: APIRequestContext, app: App, name: string, body: Buffer): Promise<string> {
  const metadata = { name, zone: 'Asia/Tokyo', lastModified: String(Date.UTC(2026, 7, 4)) };
  const response = await sendLog(request, app.baseURL, body, metadata);
  expect(response.status(), await response.text()).toBe(200);
  const { publicId } = (await response.json()) as { publicId: string };
  return publicId;
}

async function networksOfOperators(app: App): Promise<string[][]> {
  const { stdout } = await app.cli(['operators', '--json']);
  const operators = JSON.parse(stdout) as Array<{ networks: Array<{ network: string }> }>;
  return operators.map(({ networks }) => networks.map(({ network }) => network).sort());
}

test.describe('a worker killed in mid-queue', () => {
  test.use({ minIntervalMs: 400 });

  test('goes on where it stopped: the same operator, and no question asked more than once over', async ({
    app,
    registry,
    request,
  }) => {
    await upload(request, app, 'pasted', readFileSync(`${SAMPLE}/pasted.txt`));
    await expect.poll(() => registry.queries.length).toBeGreaterThanOrEqual(3);
    await app.killWorker();
    const asked = registry.queries.length;
    await app.restart();
    await expect.poll(() => networksOfOperators(app), { timeout: 60_000 }).toEqual([SEVEN]);
    await expect.poll(async () => (await app.cli(['enrich'])).stderr).toContain('All questions are answered.');
    const again = registry.queries.length - new Set(registry.queries.map((query) => query.trim())).size;
    expect(registry.queries.length).toBeGreaterThan(asked);
    expect(again).toBeLessThanOrEqual(1);
  });
});

/** A log of so many refusals, each followed by a mail that was accepted. */
function writeMinutes(refusals: number): string {
  return Array.from({ length: refusals }, (_, i) => {
    const stamp = `Aug  ${1 + Math.floor(i / 60_000)} ${two(Math.floor(i / 3_600) % 24)}:${two(Math.floor(i / 60) % 60)}:${two(i % 60)}`;
    const address = `198.18.${i % 200}.${(i * 7) % 250}`;
    const id = (0xabcdef0 + i).toString(16).toUpperCase();
    return (
      `${stamp} mx1 postfix/smtpd[${1000 + (i % 50)}]: NOQUEUE: reject: RCPT from unknown[${address}]: 554 5.7.1 <u${i % 500}@home.example>: Relay access denied; from=<s${i}@news.example> to=<u${i % 500}@home.example> proto=ESMTP helo=<h${i % 90}.example>\n` +
      `${stamp} mx1 postfix/smtpd[9]: ${id}: client=mail.friend.example[203.0.113.${i % 100}]\n` +
      `${stamp} mx1 postfix/lmtp[7]: ${id}: to=<u@home.example>, relay=mx1[private/lmtp], delay=0.1, dsn=2.0.0, status=sent (250 2.0.0 Ok)\n`
    );
  }).join('');
}

test('server and worker killed in mid-ingest: every refusal is there once', async ({ app, request }) => {
  const refusals = 120_000;
  const publicId = await upload(request, app, 'big', Buffer.from(writeMinutes(refusals)));
  const state = async () =>
    (await (await request.get(`${app.baseURL}/api/uploads/${publicId}`)).json()) as { state: string; events: number };
  await expect.poll(async () => (await state()).events, { intervals: [20] }).toBeGreaterThan(0);
  await Promise.all([app.killWorker(), app.killServer()]);
  await app.restart();
  await expect.poll(async () => (await state()).state, { timeout: 60_000 }).toBe('done');
  expect((await state()).events).toBe(refusals);
});

/** All that an ingest leaves in the database. */
function contents(folder: string): unknown {
  const database = new Database(path.join(folder, 'ringleader.db'), { readonly: true });
  const rows = (text: string): unknown[] => database.prepare(text).all();
  const all = {
    uploads: rows('SELECT lines, events, unparsed, known, addresses, firstMs, lastMs, state FROM Upload'),
    events: rows('SELECT count(*), sum(timeMs), sum(length(variables)), count(DISTINCT variables) FROM Event'),
    orphans: rows('SELECT count(*) FROM Event WHERE id / 1024 NOT IN (SELECT id FROM RawBlock)'),
    addresses: rows('SELECT text, events, firstMs, lastMs FROM Address ORDER BY bytes'),
    sightings: rows('SELECT hex(bytes), day, kind, messages, recipients FROM Sighting ORDER BY bytes, day, kind'),
  };
  database.close();
  return all;
}

test('killed ten times at random moments of one ingest: the same as without', async () => {
  test.setTimeout(300_000);
  const folder = await mkdtemp(path.join(tmpdir(), 'ringleader-kill-'));
  const log = path.join(folder, 'mail.log');
  await writeFile(log, writeMinutes(150_000));
  const ingest = (data: string) =>
    spawn(process.execPath, [CLI, 'ingest', '--zone', 'UTC', '--year', '2026', log], {
      cwd: ROOT,
      env: { ...process.env, RINGLEADER_DATA: path.join(folder, data) },
      stdio: 'ignore',
    });
  const begun = Date.now();
  expect(await once(ingest('whole'), 'exit')).toEqual([0, null]);
  const whole = Date.now() - begun;
  for (let kill = 0; kill < 10; kill++) {
    const child = ingest('killed');
    const ended = once(child, 'exit');
    await pause(randomInt(Math.ceil(whole / 10), Math.ceil(whole / 2)));
    child.kill('SIGKILL');
    await ended;
    expireLeases(path.join(folder, 'killed'));
  }
  expect(await once(ingest('killed'), 'exit')).toEqual([0, null]);
  expect(contents(path.join(folder, 'killed'))).toEqual(contents(path.join(folder, 'whole')));
  await rm(folder, { recursive: true });
});

/** As if the quarter of a minute had passed after which a dead worker's job is anybody's. */
function expireLeases(folder: string): void {
  const database = new Database(path.join(folder, 'ringleader.db'));
  if (database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'Job'").get()) {
    database.prepare('UPDATE Job SET leaseMs = 0').run();
  }
  database.close();
}

const two = (n: number): string => String(n).padStart(2, '0');
