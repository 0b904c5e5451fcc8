import { chromium, defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS, chooseBrowser } from './lib/launch/browser.mjs';

// Playwright's own browser where it was downloaded, else one of the machine.
const executablePath = chooseBrowser(chromium.executablePath(), process.env) ?? undefined;

// Each test starts its own server and worker on its own data folder: e2e/fixtures.ts.
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { args: BROWSER_ARGUMENTS, ...(executablePath ? { executablePath } : {}) },
  },
});
