import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';

test.use({ sample: true });

test('one field leads to pages, preferences and the search, by keys alone', async ({ app, page, context }) => {
  test.setTimeout(180_000); // a dozen pages on a busy machine
  await page.goto('/');
  const dialog = page.locator('dialog:has([role=combobox])');
  const field = dialog.getByRole('combobox');
  const chosen = dialog.getByRole('option', { selected: true });

  // A page takes keys a moment after it is shown.
  const open = () =>
    expect(async () => {
      if (!(await dialog.isVisible())) await page.keyboard.press('Control+k');
      await expect(field).toBeFocused({ timeout: 1_000 });
    }).toPass();

  await open();
  await expect(page.getByRole('dialog', { name: 'Go to a page, change a setting, search' })).toBeVisible();
  await expect(dialog.getByRole('option')).toHaveCount(16);
  expect((await new AxeBuilder({ page }).include('dialog[open]').analyze()).violations).toEqual([]);
  await page.keyboard.press('Control+k');
  await expect(dialog).toBeHidden();

  await open();
  await page.keyboard.type('net');
  await expect(chosen).toHaveText(/^Networks/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${app.baseURL}/networks`);
  await expect(dialog).toBeHidden();

  await open();
  await expect(field).toHaveValue('');
  await page.keyboard.press('ArrowUp');
  await expect(chosen).toHaveText('Theme: Dark');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await open();
  await page.keyboard.type('crimson & co');
  await expect(chosen).toHaveText('Search for “crimson & co”');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${app.baseURL}/search?q=crimson%20%26%20co`);

  await open();
  await page.keyboard.type('日本');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(page).toHaveURL(`${app.baseURL}/search?q=crimson+%26+co`);
  expect((await context.cookies()).find(({ name }) => name === 'lang')?.value).toBe('ja');
  await open();
  await expect(page.getByRole('option', { name: '事業者' })).toBeVisible();
});
