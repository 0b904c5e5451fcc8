// @ts-check
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { step } from './progress.mjs';
import { LaunchError, must, tool } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** As root a browser cannot have its sandbox; tests need no graphics card and no calls home. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A browser of the machine: the one `CHROMIUM_PATH` names, else one on the path.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null}
 */
export function findBrowser(env) {
  const named = env['CHROMIUM_PATH'];
  if (named) {
    if (!canRun(named)) throw new LaunchError(`CHROMIUM_PATH is ${named}, which is no program that can be run.`);
    return named;
  }
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))), ...PLACES];
  return candidates.find(canRun) ?? null;
}

/** @param {string} file */
function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Not there, or not ours to run: either way not our browser.
    return false;
  }
}

/**
 * The browser for the tests: Playwright's own where it was downloaded, else one of the machine.
 * @param {string} playwrights  where Playwright would have put its own
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined | null} a path, undefined for Playwright's own, null for none
 */
export const chooseBrowser = (playwrights, env) => (existsSync(playwrights) ? undefined : findBrowser(env));

/** Installs a browser where there is none: Debian's when we may, else Playwright's. */
export async function ensureBrowser() {
  const { chromium } = await import('@playwright/test');
  if (chooseBrowser(chromium.executablePath(), process.env) !== null) return;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const failed = 'Debian’s chromium could not be installed';
    await step('Installing a browser for the tests (about a minute)', async () => {
      await must('browser-list', ['apt-get', 'update', '-qq'], { env, failed });
      await must('browser', ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
        env,
        failed,
      });
    });
    return;
  }
  await step('Downloading a browser for the tests', () =>
    must('browser', tool('@playwright/test/cli.js', 'install', 'chromium'), {
      failed: 'Playwright could not download its browser',
      advice: 'Install Chromium or Chrome by hand, or set CHROMIUM_PATH to one, and start again.',
    }),
  );
}
