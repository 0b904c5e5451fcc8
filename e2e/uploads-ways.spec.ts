import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { pack } from 'tar-stream';
import { expect, test } from './fixtures';

const two = (n: number): string => String(n).padStart(2, '0');

/** So many refusals of one day, each from an address of its own. */
function writeDay(day: number, refusals: number): string {
  return Array.from(
    { length: refusals },
    (_, i) =>
      `Aug ${two(day)} 10:${two(i % 60)}:00 mx1 postfix/smtpd[${i}]: NOQUEUE: reject: RCPT from unknown[198.18.${day}.${i}]: 554 5.7.1 <u@home.example>: Relay access denied; from=<s${i}@news.example> to=<u@home.example> proto=ESMTP helo=<h.example>\n`,
  ).join('');
}

/** Drops what lies at a path on the drop zone, as a file manager does: the browser reads it itself. */
async function dropOn(page: Page, text: string, dropped: string): Promise<void> {
  const box = await page.getByText(text).boundingBox();
  if (!box) throw new Error('there is no drop zone');
  const session = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [dropped], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  }
}

async function packTar(files: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const tar = pack();
  for (const [name, bytes] of Object.entries(files)) tar.entry({ name }, bytes);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar as AsyncIterable<unknown>)
    if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  return gzipSync(Buffer.concat(chunks));
}

test('a folder is dropped; an archive with a damaged log waits for room on the disk, and tells what came of its files', async ({
  app,
  page,
}) => {
  const folder = path.join(app.dataDir, '..', 'rotated');
  await mkdir(path.join(folder, 'old'), { recursive: true });
  await writeFile(path.join(folder, 'mail.log'), writeDay(1, 3));
  await writeFile(path.join(folder, 'old', 'mail.log.1.gz'), gzipSync(writeDay(2, 4)));
  await writeFile(path.join(folder, '.DS_Store'), 'x');

  await page.goto('/uploads');
  await dropOn(page, 'Drop mail logs here', folder);
  await expect(page.getByText('2 of 2 files read')).toBeVisible({ timeout: 30_000 });
  const table = page.getByRole('table');
  await expect(table.getByRole('link', { name: 'rotated/mail.log' })).toBeVisible();
  await expect(table.getByRole('link', { name: 'rotated/old/mail.log.1.gz' })).toBeVisible();

  // What the server says where its disk is full; a disk cannot be filled here.
  const full = { key: 'services.upload.no-room-left', params: { name: 'logs.tar.gz', folder: '/data' } };
  await page.route('**/api/uploads/tus**', (route) => route.fulfill({ status: 503, json: { error: full } }));
  const buffer = await packTar({
    'logs/mail.log.2': Buffer.from(writeDay(3, 5)),
    'logs/broken.gz': Buffer.concat([gzipSync('').subarray(0, 10), Buffer.from('no gzip behind this head')]),
    'logs/mail.log.3.gz': gzipSync(writeDay(4, 6)),
    'logs/empty': Buffer.alloc(0),
  });
  await page.getByLabel('Choose files').setInputFiles({ name: 'logs.tar.gz', mimeType: 'application/gzip', buffer });
  const alert = page.getByRole('list', { name: 'Files on their way' }).getByRole('alert');
  await expect(alert).toContainText('There is no room left in /data.');
  await page.unroute('**/api/uploads/tus**');
  await page.getByRole('button', { name: 'Try again: logs.tar.gz' }).click();
  await expect(alert).toHaveCount(0);

  await table.getByRole('link', { name: 'logs.tar.gz', exact: true }).click();
  await expect(page.getByText('4 files are in this archive, with 11 refusals.')).toBeVisible({ timeout: 30_000 });
  const rowOf = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(rowOf('logs/mail.log.2').getByRole('cell')).toContainText(['logs/mail.log.2', '', '5', 'read']);
  await expect(rowOf('logs/mail.log.3.gz').getByRole('cell')).toContainText(['logs/mail.log.3.gz', '', '6', 'read']);
  await expect(rowOf('logs/broken.gz')).toContainText('not read to its end');
  await expect(rowOf('logs/broken.gz')).toContainText('is a damaged gzip file');
  await expect(rowOf('logs/empty')).toContainText('not read');
  await rowOf('logs/mail.log.2').getByRole('link', { name: '5' }).click();
  await expect(page.locator('main')).toContainText('5 refusals');
});

test('a token of the settings page ships lines, which show on an open page by themselves, each batch once', async ({
  app,
  page,
  request,
}) => {
  await page.goto('/settings');
  await page.getByLabel('Name', { exact: true }).fill('mx1');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const token = await page.locator('#tokens code').first().innerText();
  const push = async (data: string | Buffer, headers: Readonly<Record<string, string>> = {}) => {
    const authorization = `Bearer ${token}`;
    const response = await request.post(`${app.baseURL}/api/ingest`, {
      headers: { authorization, 'content-type': 'text/plain', ...headers },
      data,
    });
    const { accepted } = (await response.json()) as { accepted?: number };
    return [response.status(), accepted, response.headers()['idempotent-replayed'] ?? null];
  };
  const gzip = { 'content-encoding': 'gzip' };

  await page.goto('/events');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await push(writeDay(5, 2))).toEqual([202, 2, null]);
  await expect(page.locator('main')).toContainText('2 refusals from 2 addresses', { timeout: 30_000 });

  // Gzip; the same under a key; the same without one, packed anew; and who has no token.
  expect(await push(gzipSync(writeDay(6, 3)), { ...gzip, 'idempotency-key': 'batch-6' })).toEqual([202, 3, null]);
  expect(await push(writeDay(6, 3), { 'idempotency-key': 'batch-6' })).toEqual([202, 3, 'true']);
  expect(await push(writeDay(7, 4))).toEqual([202, 4, null]);
  expect(await push(gzipSync(writeDay(7, 4)), gzip)).toEqual([202, 4, 'true']);
  expect(await push(writeDay(8, 1), { authorization: 'Bearer x' })).toEqual([401, undefined, null]);
  await expect(page.locator('main')).toContainText('9 refusals from 9 addresses', { timeout: 30_000 });
});
