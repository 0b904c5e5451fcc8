import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures';

test.use({ sample: true });

/** Refusals of one network on one night, in the sample case: 198.18.32.0/19, from 8 in the evening to 7. */
const NIGHT = 'net:198.18.32.0/19 after:2026-08-02T20:00+09:00 before:2026-08-03T07:00+09:00';

test('the refusals of one network on one night: found, kept as a view, opened from its URL in Japanese and dark, exported', async ({
  app,
  page,
  context,
}) => {
  const expected = Number((await app.cli(['events', '--count', NIGHT])).stdout);
  expect(expected).toBeGreaterThan(0);

  // Typed with completion, narrowed by a click, and by the timeline.
  await page.goto('/events');
  const field = page.getByRole('combobox', { name: 'Filter' });
  await field.fill('net:crim');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await field.fill('cod:4xx');
  await field.press('Enter');
  await expect(page.getByText('Did you mean code?')).toBeVisible();
  await field.fill(NIGHT);
  await field.press('Enter');
  await expect(page.locator('main')).toContainText(`${expected} refusals match`);
  await expect(page.getByRole('table', { name: 'Events' }).getByRole('row')).toHaveCount(expected + 1);

  // The filter goes along to the network's own page, and leaves as many there.
  await page.goto(`/networks?q=${encodeURIComponent(NIGHT)}`);
  await page.getByRole('table').getByRole('link', { name: '198.18.32.0/19' }).click();
  await expect(page.getByText(`Under the filter: ${expected} refusals.`)).toBeVisible();
  await page.goto(`/events?q=${encodeURIComponent(NIGHT)}`);

  await page.getByText('Keep this view').first().click();
  await page.getByLabel('Keep this view as').fill('One night');
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByText('1 kept view')).toBeVisible();
  await expect(page.getByRole('link', { name: 'One night' })).toBeVisible();

  // A row opens its line; "not this" takes its like out, the chip brings them back.
  await page.locator('[data-open]').first().click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('198.18.').first()).toBeVisible();
  await drawer.getByRole('link', { name: 'not this' }).first().click();
  await expect(page.getByRole('link', { name: 'Remove the filter -action:reject' })).toBeVisible();

  await context.addCookies([
    { name: 'theme', value: 'dark', url: app.baseURL },
    { name: 'lang', value: 'ja', url: app.baseURL },
  ]);
  await page.goto(`/events?q=${encodeURIComponent(NIGHT)}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(expected + 1);

  const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()]);
  const rows = (await readFile(await csv.path(), 'utf8')).trimEnd().split('\r\n');
  expect(rows.length).toBe(expected + 1);
  expect(rows[0]).toContain('time,utc_offset_minutes,ip,');
  const [json] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'NDJSON' }).click()]);
  const lines = (await readFile(await json.path(), 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { network: string }).network)).toEqual(
    new Array(expected).fill('198.18.32.0/19'),
  );
});

test('a span is drawn on the timeline, and rows are walked by keys', async ({ page }) => {
  await page.goto('/events');
  const plot = page.locator('[data-brush]');
  const box = await plot.boundingBox();
  if (!box) throw new Error('the timeline is not drawn');
  await page.mouse.move(box.x + box.width * 0.4, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + 40, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/q=after/);
  await expect(page.locator('main')).toContainText(/\d+ refusals match/);

  await page.goto('/events');
  const grid = page.getByRole('table', { name: 'Events' });
  await grid.locator('[data-row]').first().focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(grid.locator('[aria-rowindex="4"]')).toBeFocused();
  await page.keyboard.press('End');
  await expect(grid.locator('[aria-rowindex="21"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('an organisation is split off its operator, which the filter narrows, and taken back', async ({ page }) => {
  await page.goto('/operators?q=after:2026-08-02T12:00%2B09:00');
  await page.getByRole('link', { name: 'Crimson Relay Co., Ltd. / Harbor Mail Inc.' }).click();
  await expect(page.getByText(/^Under the filter: \d+ refusals\.$/)).toBeVisible();
  const row = (table: string) =>
    page.getByRole('table', { name: table, exact: true }).getByRole('row').filter({ hasText: 'Harbor Mail Inc.' });
  await row('Organisations').getByRole('button', { name: 'Split' }).click();
  await expect(row('Taken out by you')).toBeVisible();
  await expect(row('Organisations')).toHaveCount(0);
  await row('Taken out by you').getByRole('button', { name: 'Undo' }).click();
  await expect(row('Organisations')).toBeVisible();
  await expect(row('Taken out by you')).toHaveCount(0);
});
