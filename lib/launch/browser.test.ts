import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { chooseBrowser, findBrowser } from './browser.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ringleader-'));
  for (const name of ['own', 'chromium', 'plain']) writeFileSync(path.join(folder, name), '');
  for (const name of ['own', 'chromium']) chmodSync(path.join(folder, name), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

const env = (values: Record<string, string>): NodeJS.ProcessEnv => ({ NODE_ENV: 'test', ...values });

it('prefers Playwright’s own, then the named one, then one on the path', () => {
  const own = path.join(folder, 'own');
  expect(chooseBrowser(own, env({ PATH: folder }))).toBeUndefined();
  expect(chooseBrowser(path.join(folder, 'gone'), env({ PATH: folder, CHROMIUM_PATH: own }))).toBe(own);
  expect(findBrowser(env({ PATH: `/nowhere:${folder}` }))).toBe(path.join(folder, 'chromium'));
});

it('says so where the named one is none', () => {
  expect(() => findBrowser(env({ CHROMIUM_PATH: path.join(folder, 'plain') }))).toThrow('no program that can be run');
});
