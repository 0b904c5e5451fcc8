// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './places.mjs';
import { step } from './progress.mjs';
import { LaunchError, must } from './run.mjs';

const LOCK = path.join(ROOT, 'package-lock.json');
const INSTALLED = path.join(ROOT, 'node_modules', '.package-lock.json');
const STAMP = path.join(ROOT, 'node_modules', '.ringleader');

/**
 * Spares the download of Prisma's schema engine, which is needed to write a migration only:
 * any existing file will do.
 */
export const WITHOUT_ENGINE = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' };

/**
 * Whether the packages we build on run on this Node: `^20.19 || ^22.12 || >=24`, as Prisma asks.
 * @param {string} version  e.g. `22.12.0`
 */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
}

/** @throws {LaunchError} on a Node that cannot run us */
export function ensureNode(version = process.versions.node) {
  if (isSupportedNode(version)) return;
  throw new LaunchError(
    `Ringleader needs Node 20.19 or newer of 20, 22.12 or newer of 22, or 24 and later; this is Node ${version}.\n` +
      'Install a current one from https://nodejs.org and start again.',
  );
}

/**
 * Whether what is installed is what the lock file names, platform packages aside.
 * @param {unknown} lock       package-lock.json
 * @param {unknown} installed  npm's own record, node_modules/.package-lock.json
 * @param {boolean} dev        the packages for tests as well
 */
export function isInstalled(lock, installed, dev) {
  const have = packagesOf(installed);
  return Object.entries(packagesOf(lock)).every(([where, { version, optional, devOptional, dev: forTests }]) => {
    if (where === '' || optional || ((forTests || devOptional) && !dev)) return true;
    return have[where]?.version === version;
  });
}

/** @typedef {{ version?: string, optional?: boolean, dev?: boolean, devOptional?: boolean }} Entry */

/** @param {unknown} lock @returns {Record<string, Entry>} */
function packagesOf(lock) {
  if (typeof lock !== 'object' || lock === null || !('packages' in lock) || typeof lock.packages !== 'object')
    return {};
  return { ...lock.packages };
}

/** @param {string} file @returns {unknown} */
const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/** Packages carry compiled code, so the kind of machine and of Node belong to what was installed. */
function wantedStamp() {
  const lock = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  return `${lock} ${process.platform}-${process.arch} abi${process.versions.modules}`;
}

/** @returns {string | null} what our stamp says, null where we did not install */
const readStamp = () => (existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : null);

/**
 * Whether npm's own record names all that is needed, compiled for this machine. It counts without our
 * stamp too: after a plain `npm install` there is no reason to take it all away and fetch it again.
 * @param {boolean} dev
 */
function isRecorded(dev) {
  const machine = (/** @type {string} */ stamp) => stamp.split(' ').slice(1, 3).join(' ');
  const stamp = readStamp();
  if (stamp !== null && machine(stamp) !== machine(wantedStamp())) return false;
  return isInstalled(readJson(LOCK), readJson(INSTALLED), dev);
}

/** @param {boolean} dev @returns {boolean} whether nothing is to be installed */
export function hasDependencies(dev) {
  if (!existsSync(INSTALLED)) return false;
  const wanted = wantedStamp();
  const stamp = readStamp();
  if (stamp === `${wanted} dev` || (stamp === wanted && !dev)) return true;
  if (!isRecorded(dev)) return false;
  writeFileSync(STAMP, dev ? `${wanted} dev` : wanted);
  return true;
}

/**
 * Installs exactly what the lock file names, where that is not there yet.
 * @param {boolean} dev  the packages for tests as well
 */
export async function ensureDependencies(dev) {
  if (hasDependencies(dev)) return;
  // `ci` begins with an empty folder; where only the tests' packages are missing, the rest may stay.
  const how = dev && isRecorded(false) ? ['install', '--no-save'] : ['ci'];
  const which = dev ? '--include=dev' : '--omit=dev';
  await step(`Installing packages${dev ? ' for the tests' : ''} (one to three minutes the first time)`, () =>
    must('install', [...npm(), ...how, which, '--no-audit', '--no-fund', '--loglevel=error'], {
      env: WITHOUT_ENGINE,
      failed: 'npm could not install the packages',
      advice:
        'Without network or behind a proxy: `npm config get registry` and `npm config get proxy` say what npm uses. ' +
        'If a package was being compiled: it needs a C++ compiler and make (Debian: apt-get install build-essential python3).',
    }),
  );
  writeFileSync(STAMP, dev ? `${wantedStamp()} dev` : wantedStamp());
}

/** The npm that started us, else the one on the path. @returns {string[]} */
function npm() {
  const script = process.env['npm_execpath'];
  return script && path.basename(script) === 'npm-cli.js' ? [process.execPath, script] : ['npm'];
}
