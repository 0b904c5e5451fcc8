// @ts-check
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const BEAT_MS = 2_000;
/** An owner that has not touched its lock for so long is gone, even if another program has its process id now. */
const SILENT_MS = 30_000;
const TAKEOVER_MS = 5_000;

/** @param {unknown} error @param {string} code */
const hasCode = (error, code) => error instanceof Error && 'code' in error && error.code === code;

/**
 * Runs `work` while holding the lock file; waits for another holder first. A holder that died
 * (also by SIGKILL) does not block: its lock is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {(pid: number) => void} [onWait]  called once, with the holder's process id
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait = () => {}) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let told = false; !tryLock(file); await sleep(200)) {
    const holder = readHolder(file);
    if (holder && !told) {
      onWait(holder);
      told = true;
    }
  }
  const beat = setInterval(() => {
    if (readHolder(file) === process.pid) utimesSync(file, new Date(), new Date());
  }, BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (readHolder(file) === process.pid) rmSync(file, { force: true });
  }
}

/** @param {string} file @returns {boolean} whether we hold it now */
function tryLock(file) {
  if (create(file)) return true;
  if (!isStale(file)) return false;
  // Of several who saw the dead holder only one may remove its lock, and only if it is still that one.
  const takeover = `${file}.takeover`;
  if (!create(takeover)) {
    if (ageMs(takeover) > TAKEOVER_MS) rmSync(takeover, { force: true });
    return false;
  }
  try {
    if (isStale(file)) rmSync(file, { force: true });
    return create(file);
  } finally {
    rmSync(takeover, { force: true });
  }
}

/** @param {string} file @returns {boolean} false where it exists already */
function create(file) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** @param {string} file */
function isStale(file) {
  const holder = readHolder(file);
  // Empty: its owner is between creating and writing, or died there.
  if (holder === null) return ageMs(file) > TAKEOVER_MS;
  return !isAlive(holder) || ageMs(file) > SILENT_MS;
}

/** @param {string} file @returns {number | null} */
function readHolder(file) {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || null;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** @param {string} file @returns {number} 0 where there is none */
function ageMs(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? Date.now() - stat.mtimeMs : 0;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}
