import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { sendLog } from './send-log';

// A trace of every step would make the accessibility checks several times slower.
test.use({ sample: true, trace: 'off' });

const PAGES = [
  '/',
  '/operators',
  '/networks',
  '/addresses',
  '/addresses/198.18.51.40',
  '/addresses/192.0.2.250',
  '/templates',
  '/events',
  '/graph',
  '/graph?view=table',
  '/block-lists',
  '/reports',
  '/leaks',
  '/uploads',
  '/registries',
  '/settings',
  '/search?q=crimson',
  '/networks?q=code:4xx',
  '/operators?q=code:4xx',
  '/networks/1?q=code:4xx',
  '/organisations/1?q=code:4xx',
  '/contacts/1?q=code:4xx',
  '/uploads?q=code:4xx',
  '/leaks?q=code:4xx',
  '/graph?q=code:4xx',
  '/no-such-page',
];
/** Lists whose first row is opened: its page is checked, too. */
const LISTS = ['/uploads', '/block-lists', '/reports'];

/** What would stop somebody from reading the page. A report's frame runs no scripts, the checker's included. */
async function seriousProblems(page: Page): Promise<string[]> {
  // The watermark is decoration, told in words by the banner above the report.
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').exclude('.watermark').analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${new URL(page.url()).pathname}: ${id} ${nodes[0]?.html ?? ''}`);
}

const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

async function firstOf(page: Page, list: string): Promise<string> {
  await page.goto(list);
  return (await page.locator(`main td a[href^="${list}/"]`).first().getAttribute('href')) ?? `no row in ${list}`;
}

for (const { width, theme, language } of [
  { width: 1280, theme: 'light', language: 'en' },
  { width: 1280, theme: 'dark', language: 'ja' },
  { width: 390, theme: 'light', language: 'ja' },
  { width: 390, theme: 'dark', language: 'en' },
] as const) {
  test(`every page at ${width} px, ${theme}, ${language}: nothing serious, nothing wider than the screen`, async ({
    app,
    page,
    context,
  }) => {
    test.setTimeout(600_000); // more than twenty pages, each read whole by the accessibility checker
    await page.setViewportSize({ width, height: 900 });
    await context.addCookies([
      { name: 'theme', value: theme, url: app.baseURL },
      { name: 'lang', value: language, url: app.baseURL },
    ]);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await expect
      .poll(async () => JSON.parse((await app.cli(['operators', '--json'])).stdout) as unknown[], { timeout: 30_000 })
      .toHaveLength(1);
    const [{ id }] = JSON.parse((await app.cli(['operators', '--json'])).stdout) as [{ id: string }];
    const file = path.join(app.dataDir, 'report.html');
    expect(await app.cli(['blocklist', '--operator', id, '--format', 'nft'])).toMatchObject({ code: 0 });
    expect(await app.cli(['report', '--operator', id, '--language', language, '-o', file])).toMatchObject({ code: 0 });
    const ids = [`/operators/${id}`, '/networks/1', '/templates/1', '/contacts/1', '/organisations/1'];
    for (const list of LISTS) ids.push(await firstOf(page, list));
    for (const url of [...PAGES, ...ids]) {
      await page.goto(url);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await widthOf(page), url).toBeLessThanOrEqual(width);
      expect(await seriousProblems(page)).toEqual([]);
    }
    expect(errors).toEqual([]);

    // The report by its link is what the file is, under a policy that stops the checker's scripts.
    await page.goto(await firstOf(page, '/reports'));
    const shareForm = page.locator('form').filter({ has: page.locator('select[name=days]') });
    // By key: a click right after scrolling past the frame is sent to where the frame was.
    await shareForm.getByRole('button').press('Enter');
    await page.goto(await shareForm.locator('code').innerText());
    await page.emulateMedia({ colorScheme: theme });
    const headline = await page.getByRole('heading', { level: 1 }).innerText();
    expect(await widthOf(page), 'shared report').toBeLessThanOrEqual(width);
    await page.goto(pathToFileURL(file).href);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline);
    expect(await seriousProblems(page)).toEqual([]);
  });
}

test('a name of eighty characters makes no page wider than a phone', async ({ app, page }) => {
  const log = path.join(app.dataDir, 'long.log');
  const long = (letter: string): string => `${letter.repeat(60)}@${letter.repeat(60)}.example`;
  await writeFile(
    log,
    `Aug  2 09:14:05 mx postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[192.0.2.44]: 450 4.7.1 no; from=<${long('s')}> to=<${long('r')}> proto=ESMTP helo=<${'h'.repeat(60)}.example>\n`,
  );
  expect(await app.cli(['ingest', '--year', '2026', log])).toMatchObject({ code: 0 });
  await page.setViewportSize({ width: 390, height: 900 });
  for (const url of ['/', '/events', '/templates', '/templates/1', '/leaks', '/leaks?q=code:4xx', '/uploads']) {
    await page.goto(url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await widthOf(page), url).toBeLessThanOrEqual(390);
  }
});

test('a stranger on another site can neither read nor change anything', async ({ app, request }) => {
  const port = new URL(app.baseURL).port;
  const rebound = await request.get('/', { headers: { host: `rebound.example:${port}` } });
  expect(rebound.status()).toBe(421);
  const forged = await sendLog(request, app.baseURL, Buffer.from('x'), { name: 'x' }, 'http://evil.example');
  expect(forged.status()).toBe(403);
  const withoutOrigin = await request.post('/settings', { data: 'x' });
  expect(withoutOrigin.status()).toBe(403);
});

test('the sample names its operator, and none of its accepted mails is affected', async ({ page }) => {
  const sentence = page.getByText('5 reasons, 7 networks, 0 of your 3 accepted mails affected');
  await expect
    .poll(async () => {
      await page.goto('/');
      return sentence.count();
    })
    .toBe(1);
});

test('the sample leaves with one click and takes only itself', async ({ app, page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Remove the sample' }).click();
  await expect(page.getByText('Sample case: invented data')).toHaveCount(0);
  await expect.poll(async () => (await app.cli(['operators', '--json'])).stdout.trim()).toBe('[]');
  await page.goto('/');
  await expect(page.getByText('npm run -s cli -- ingest').first()).toBeVisible();
});
