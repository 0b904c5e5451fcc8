import { readFileSync } from 'node:fs';
import type { APIRequestContext } from '@playwright/test';
import type { App } from './fixtures';
import { expect, SAMPLE, test } from './registry';

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
  const query = new URLSearchParams({
    name,
    source: 'browser',
    zone: 'Asia/Tokyo',
    modified: String(Date.UTC(2026, 7, 4)),
  });
  const response = await request.post(`${app.baseURL}/api/uploads?${query}`, {
    data: body,
    headers: { 'content-type': 'application/octet-stream', origin: app.baseURL },
  });
  expect(response.status(), await response.text()).toBe(201);
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

test('server and worker killed in mid-ingest: every refusal is there once', async ({ app, request }) => {
  const refusals = 120_000;
  const lines = Array.from({ length: refusals }, (_, i) => {
    const stamp = `Aug  ${1 + Math.floor(i / 60_000)} ${two(Math.floor(i / 3_600) % 24)}:${two(Math.floor(i / 60) % 60)}:${two(i % 60)}`;
    const address = `198.18.${i % 200}.${(i * 7) % 250}`;
    return `${stamp} mx1 postfix/smtpd[${1000 + (i % 50)}]: NOQUEUE: reject: RCPT from unknown[${address}]: 554 5.7.1 <u${i % 500}@home.example>: Relay access denied; from=<s${i}@news.example> to=<u${i % 500}@home.example> proto=ESMTP helo=<h${i % 90}.example>\n`;
  });
  const publicId = await upload(request, app, 'big', Buffer.from(lines.join('')));
  const state = async () =>
    (await (await request.get(`${app.baseURL}/api/uploads/${publicId}`)).json()) as { state: string; events: number };
  await expect.poll(async () => (await state()).events, { intervals: [20] }).toBeGreaterThan(0);
  await Promise.all([app.killWorker(), app.killServer()]);
  await app.restart();
  await expect.poll(async () => (await state()).state, { timeout: 60_000 }).toBe('done');
  expect((await state()).events).toBe(refusals);
});

const two = (n: number): string => String(n).padStart(2, '0');
