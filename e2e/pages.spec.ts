import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';

// A trace of every step would make the accessibility checks several times slower.
test.use({ sample: true, trace: 'off' });

const PAGES = [
  '/',
  '/operators',
  '/networks',
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
  '/no-such-page',
];

for (const { width, theme, language } of [
  { width: 1280, theme: 'light', language: 'en' },
  { width: 1280, theme: 'dark', language: 'ja' },
  { width: 390, theme: 'light', language: 'ja' },
  { width: 390, theme: 'dark', language: 'en' },
]) {
  test(`every page at ${width} px, ${theme}, ${language}: nothing serious, nothing wider than the screen`, async ({
    app,
    page,
    context,
  }) => {
    test.setTimeout(600_000); // twenty pages, each read whole by the accessibility checker
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
    for (const path of [...PAGES, `/operators/${id}`, '/networks/1', '/contacts/1', '/organisations/1']) {
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map((violation) => `${path}: ${violation.id} ${violation.nodes[0]?.html ?? ''}`)).toEqual([]);
    }
    expect(errors).toEqual([]);
  });
}

test('a stranger on another site can neither read nor change anything', async ({ app, request }) => {
  const port = new URL(app.baseURL).port;
  const rebound = await request.get('/', { headers: { host: `rebound.example:${port}` } });
  expect(rebound.status()).toBe(421);
  const forged = await request.post('/api/uploads?name=x', { data: 'x', headers: { origin: 'http://evil.example' } });
  expect(forged.status()).toBe(403);
  const withoutOrigin = await request.post('/settings', { data: 'x' });
  expect(withoutOrigin.status()).toBe(403);
});

test('the sample leaves with one click and takes only itself', async ({ app, page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Remove the sample' }).click();
  await expect(page.getByText('Sample case: invented data')).toHaveCount(0);
  await expect.poll(async () => (await app.cli(['operators', '--json'])).stdout.trim()).toBe('[]');
  await page.goto('/');
  await expect(page.getByText('npm run -s cli -- ingest').first()).toBeVisible();
});
