import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, SAMPLE, test } from './registry';

const SEVEN = [
  '198.18.8.0/21',
  '198.18.28.0/22',
  '198.18.32.0/19',
  '198.18.96.0/20',
  '198.18.120.0/23',
  '198.18.126.0/24',
  '203.0.113.16/28',
];
const RECIPIENTS = ['mina.games@home.example', 'mina.shop@home.example'];

/** Runs a checker in a network of its own; the reason where this machine does not allow it. */
function check(command: string): string {
  if (process.getuid?.() !== 0) return 'not run: needs root';
  if (!['/usr/sbin', '/sbin'].some((folder) => existsSync(path.join(folder, command.split(' ')[0] ?? ''))))
    return 'not run: not installed';
  try {
    execFileSync('unshare', ['-n', 'true'], { stdio: 'ignore' });
  } catch {
    return 'not run: no network namespaces here';
  }
  execFileSync('unshare', ['-n', 'sh', '-c', command], { stdio: 'pipe' });
  return 'accepted';
}

test('the origin case: from a paste to rules and a report a stranger can open', async ({
  app,
  page,
  browser,
  registry,
}) => {
  test.setTimeout(300_000); // many pages on a busy machine
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (entry) => entry.type() === 'error' && errors.push(entry.text()));

  await test.step('paste: seven refusals', async () => {
    await page.goto('/uploads');
    await page.getByLabel('Zone of the stamps').fill('Asia/Tokyo');
    await page.getByLabel('Log lines as text').fill(readFileSync(`${SAMPLE}/pasted.txt`, 'utf8'));
    await page.getByRole('button', { name: 'Read these lines' }).click();
    await expect(page).toHaveURL(/\/uploads\/[0-9a-z]+/);
    await expect(page.getByRole('link', { name: '7', exact: true }).first()).toBeVisible();
    await page.goto('/events');
    await expect(page.locator('[role=row][data-row]')).toHaveCount(7);
  });

  await test.step('the registry is asked by itself, the pivot first', async () => {
    await expect
      .poll(async () => (await app.cli(['enrich'])).stderr, { timeout: 30_000 })
      .toContain('All questions are answered.');
    expect(registry.queries.map((query) => query.trim())[1]).toBe('^XY12345JP');
  });

  await test.step('one operator, seven networks, its evidence opens', async () => {
    await expect
      .poll(async () => {
        await page.goto('/');
        return page.getByText('These 7 refusals are one operator').count();
      })
      .toBe(1);
    await page.getByRole('link', { name: /Look, confirm/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Crimson Relay Co., Ltd. / Harbor Mail Inc.');
    for (const network of SEVEN) await expect(page.getByRole('link', { name: network, exact: true })).toBeVisible();
    const template = page.getByRole('listitem').filter({ hasText: 'carry one sender template' });
    await template.getByRole('link').first().click();
    const drawer = page.getByRole('dialog');
    await expect(drawer).toContainText('NOQUEUE: reject: RCPT from unknown[198.18.51.');
    await page.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
  });

  await test.step('confirmed by a person, the rules can be made, in exactly seven prefixes', async () => {
    await page.getByRole('button', { name: 'Confirm' }).first().click();
    await expect(page.getByText(/^Confirmed/).first()).toBeVisible();
    const dossier = page.url();
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing waits for your word');
    await page.goto(dossier);
    await page.getByRole('button', { name: 'Block list' }).click();
    await expect(page).toHaveURL(/\/block-lists\/[0-9a-z]+/);
    await expect(page.getByText('could not be checked against accepted mail: no log told of any')).toBeVisible();
  });

  for (const [format, checker] of [
    ['nft', (file: string) => `nft -c -f ${file}`],
    ['iptables-restore', (file: string) => `iptables-restore --test ${file}`],
  ] as const) {
    await test.step(`the ${format} file is downloaded and loads`, async () => {
      await page.goto(`${new URL(page.url()).pathname}?format=${format}`);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download' }).click(),
      ]);
      const file = await download.path();
      const text = readFileSync(file, 'utf8');
      expect([...text.matchAll(/\d+\.\d+\.\d+\.\d+\/\d+/g)].map(([prefix]) => prefix).sort()).toEqual(
        [...SEVEN].sort(),
      );
      expect(text).not.toMatch(/crimson|harbor|relay|XY12345JP/i);
      test.info().annotations.push({ type: format, description: check(checker(file)) });
    });
  }

  const report = await test.step('a report is made, masked, and shared by a link', async () => {
    await page.goto('/operators');
    await page
      .getByRole('link', { name: /Crimson Relay/ })
      .first()
      .click();
    await page.getByRole('main').getByRole('link', { name: 'Report …' }).click();
    await expect(page).toHaveURL(/\/reports\/new/);
    await page.getByRole('button', { name: 'Make the report' }).click();
    await expect(page).toHaveURL(/\/reports\/(?!new)[0-9a-z]+/);
    await page.getByRole('button', { name: 'Make a link' }).click();
    const link = page
      .getByText(/\/shared\/[\w-]{43}/)
      .or(page.locator('input[value*="/shared/"]'))
      .first();
    await expect(link).toBeVisible();
    const shown = (await link.inputValue().catch(() => null)) ?? (await link.textContent()) ?? '';
    const found = /\/shared\/[\w-]{43}/.exec(shown)?.[0];
    if (!found) throw new Error(`no link in ${shown}`);
    return found;
  });

  await test.step('a browser that knows nothing else of us opens it; no recipient is in it', async () => {
    const stranger = await (await browser.newContext({ baseURL: app.baseURL })).newPage();
    const requests: string[] = [];
    stranger.on('request', (request) => requests.push(request.url()));
    const response = await stranger.goto(report);
    expect(response?.status()).toBe(200);
    expect(response?.headers()['referrer-policy']).toBe('no-referrer');
    expect(response?.headers()['x-robots-tag']).toContain('noindex');
    await expect(stranger.getByRole('heading', { level: 1 })).toBeVisible();
    const html = (await response?.text()) ?? '';
    for (const network of SEVEN) expect(html).toContain(network);
    for (const recipient of RECIPIENTS) {
      expect(html.toLowerCase()).not.toContain(recipient);
      expect(html.toLowerCase()).not.toContain(recipient.split('@')[0]);
    }
    expect(requests).toEqual([`${app.baseURL}${report}`]);
  });

  await test.step('revoked, it is the same 404 as a link that never was', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Revoke' }).click();
    await expect(page.getByText('revoked').first()).toBeVisible();
    const gone = await page.request.get(report);
    const never = await page.request.get(`/shared/${'A'.repeat(43)}`);
    expect([gone.status(), never.status()]).toEqual([404, 404]);
    expect(await gone.text()).toBe(await never.text());
  });
  // The report's frame is sandboxed: what Playwright itself would run in it is blocked, and said to be.
  expect(errors.filter((text) => !/404|frame is sandboxed/.test(text))).toEqual([]);
});
