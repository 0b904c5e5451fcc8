import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

test.use({ sample: true });

/** Terms that no list narrows by, so that none takes their place; the whole sample is in that time. */
const TERMS = ['-nowhere', 'after:2020-01-01'];
const FILTER = TERMS.join(' ');

/** Pages that apply a filter, of a list and of one thing. */
const FILTERED = [
  ...['/operators', '/networks', '/addresses', '/templates', '/events', '/leaks', '/graph'],
  ...['/networks/1', '/organisations/1', '/contacts/1', '/templates/1', '/addresses/198.18.51.40'],
  ...['/graph?center=network:1', '/graph?center=network:1&view=table', '/graph?center=network:1&selected=network:1'],
];
/** Pages that keep it for others; their own links to what they count say a filter of their own. */
const KEEPING = ['/', '/uploads', '/block-lists', '/reports', '/registries', '/settings'];

interface Leading {
  path: string;
  filter: string | null;
}

/** Where a page's links lead to, but for those that say they change the filter or open what was counted without it. */
async function linksOf(page: Page): Promise<Leading[]> {
  const hrefs = await page
    .locator('a[href^="/"]:not([data-own-filter]):not([download]):not([target])')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return hrefs.map((href) => {
    const { pathname, searchParams } = new URL(href, 'http://page.example');
    return { path: href, filter: searchParams.get(pathname === '/search' ? 'filter' : 'q') };
  });
}

const isUnder = ({ filter }: Leading): boolean => TERMS.every((term) => (filter ?? '').split(' ').includes(term));

async function firstOf(page: Page, list: string, below = list): Promise<string> {
  await page.goto(list);
  const href = await page.locator(`main td a[href^="${below}/"]`).first().getAttribute('href');
  return href ?? `no row in ${list}`;
}

test('the filter and its time go along every link of every page, and back from those that know none', async ({
  app,
  page,
}) => {
  test.setTimeout(180_000);
  await expect
    .poll(async () => JSON.parse((await app.cli(['operators', '--json'])).stdout) as unknown[], { timeout: 30_000 })
    .toHaveLength(1);
  const things = [await firstOf(page, '/operators')];
  const kept = [await firstOf(page, '/uploads'), await firstOf(page, '/registries', '/registries/answers')];
  const open = async (path: string): Promise<Leading[]> => {
    const under = `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ q: FILTER }).toString()}`;
    const response = await page.goto(under);
    expect.soft(response?.status(), path).toBe(200);
    return linksOf(page);
  };
  for (const path of [...FILTERED, ...things]) {
    const links = await open(path);
    expect
      .soft(
        links.filter((link) => !isUnder(link)),
        path,
      )
      .toEqual([]);
    // More than the rail's.
    expect.soft(links.length, path).toBeGreaterThan(15);
    await expect.soft(page.getByRole('list', { name: 'Filters that are set' }), path).toBeVisible();
  }
  for (const path of [...KEEPING, ...kept]) {
    const links = await open(path);
    const lost = links.filter((link) => !isUnder(link) && !link.path.startsWith('/events?q='));
    expect.soft(lost, path).toEqual([]);
    await expect.soft(page.getByText('Filter kept:'), path).toBeVisible();
  }
});

test('the filter is kept beside a search, by the keyboard, and is dropped when asked', async ({ page }) => {
  await page.goto(`/events?${new URLSearchParams({ q: FILTER }).toString()}`);
  await page.getByRole('searchbox', { name: 'Search', exact: false }).first().fill('crimson');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?/);
  const links = (await linksOf(page)).filter(({ path }) => !path.startsWith('/events?q='));
  expect(links.filter((link) => !isUnder(link))).toEqual([]);
  await page.locator('body').click();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.waitForURL(/\/settings\?/);
  await page.getByRole('link', { name: `Drop the filter ${FILTER}` }).click();
  await expect(page).toHaveURL(/\/settings$/);
  await page
    .getByRole('link', { name: /^Networks/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/networks$/);
});

test('a contact’s page shows what the filter leaves of its refusals', async ({ page }) => {
  await page.goto('/contacts/1');
  const all = await page.getByText(/refusals came from them/).textContent();
  const total = Number(/(\d+) refusals came/.exec(all ?? '')?.[1]);
  const [kept, left] = await Promise.all(
    ['code:4xx', '-code:4xx'].map(async (filter) => {
      const other = await page.context().newPage();
      await other.goto(`/contacts/1?${new URLSearchParams({ q: filter }).toString()}`);
      const said = await other.getByText(/^Under the filter: /).textContent();
      const listed = await other
        .getByRole('table', { name: 'Networks that name it' })
        .locator('td:nth-child(4)')
        .allTextContents();
      const number = /no refusal/.test(said ?? '') ? 0 : Number(/\d+/.exec(said ?? '')?.[0]);
      expect(listed.reduce((sum, text) => sum + Number(text), 0)).toBe(number);
      return number;
    }),
  );
  expect(total).toBeGreaterThan(0);
  expect((kept ?? 0) + (left ?? 0)).toBe(total);
});
