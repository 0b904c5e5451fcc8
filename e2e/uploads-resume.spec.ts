import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './fixtures';

const two = (n: number): string => String(n).padStart(2, '0');

/** A day of so many refusals, each line of its own. */
function writeDay(day: number, refusals: number): Buffer {
  const lines = Array.from({ length: refusals }, (_, i) => {
    const stamp = `Aug ${two(day)} ${two(Math.floor(i / 3600) % 24)}:${two(Math.floor(i / 60) % 60)}:${two(i % 60)}`;
    return `${stamp} mx1 postfix/smtpd[${i}]: NOQUEUE: reject: RCPT from unknown[198.18.${day}.${i % 250}]: 554 5.7.1 <u@home.example>: Relay access denied; from=<s${i}@news.example> to=<u@home.example> proto=ESMTP helo=<h.example>\n`;
  });
  return Buffer.from(lines.join(''));
}

/** The uploads by name, as the server tells them. */
async function uploads(app: App): Promise<Map<string, { events: number; sha256: string }>> {
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(path.join(app.dataDir, 'ringleader.db'), { readonly: true });
  const rows = database.prepare("SELECT name, events, sha256 FROM Upload WHERE state = 'done'").all();
  database.close();
  return new Map((rows as Array<{ name: string; events: number; sha256: string }>).map((row) => [row.name, row]));
}

/** A slow line that can be cut: bytes a second that leave the browser, 0 for none at all. */
async function createLine(page: Page): Promise<(bytesPerSecond: number) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  return async (bytesPerSecond) => {
    await session.send('Network.emulateNetworkConditions', {
      offline: bytesPerSecond === 0,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: bytesPerSecond === 0 ? -1 : bytesPerSecond,
    });
  };
}

test('a folder of rotated logs goes in, through a cut, a closed tab and a restart, each refusal once', async ({
  app,
  page,
}) => {
  const folder = path.join(app.dataDir, '..', 'logs');
  await mkdir(folder);
  const days = [1, 2, 3].map((day) => ({
    name: `mail.log.${day}.gz`,
    bytes: gzipSync(writeDay(day, 400)),
    events: 400,
  }));
  const large = { name: 'mail.log', bytes: writeDay(9, 86_400), events: 86_400 };
  for (const { name, bytes } of [...days, large]) await writeFile(path.join(folder, name), bytes);

  await page.goto('/');
  const setSpeed = await createLine(page);
  await setSpeed(2_000_000);
  await page.getByLabel('Choose a folder').setInputFiles(folder);
  await expect(page).toHaveURL(/\/uploads$/);
  const sending = page.getByRole('progressbar', { name: 'logs/mail.log', exact: false });
  await expect(page.getByText('3 of 4 files read')).toBeVisible({ timeout: 30_000 });
  await expect(sending.first()).toBeVisible();

  // The line is cut, and comes back.
  await setSpeed(0);
  await expect(page.getByText('Connection lost: logs/mail.log')).toBeVisible();
  await setSpeed(2_000_000);
  await expect(page.getByText('Sending logs/mail.log')).toBeVisible();

  // The tab is closed; the server is started anew; the same file is chosen again, now by itself.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await app.restart();
  await page.goto('/uploads');
  await expect(page.getByText('came in. Choose the same file again to go on')).toBeVisible();
  await setSpeed(-1);
  await page.getByLabel('Choose files').setInputFiles(path.join(folder, 'mail.log'));
  await expect(page.getByText('1 of 1 file read')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('not come in whole')).toHaveCount(0);

  const kept = await uploads(app);
  for (const { name, bytes, events } of [...days, large]) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(kept.get(`logs/${name}`), name).toMatchObject({ events, sha256 });
  }
  expect(kept.size).toBe(4);
});
