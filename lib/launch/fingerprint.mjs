// @ts-check
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DIST, ROOT } from './places.mjs';

/**
 * The files below `roots` (files or folders, relative to `base`), sorted; missing ones are left out.
 * @param {string[]} roots
 * @param {(file: string) => boolean} wanted  by the path relative to `base`, with `/`; also asked for folders
 * @param {string} [base]
 * @returns {string[]} paths relative to `base`, with `/`
 */
export function listFiles(roots, wanted, base = ROOT) {
  /** @type {string[]} */
  const files = [];
  /** @param {string} name */
  const visit = (name) => {
    if (!wanted(name)) return;
    const stat = statSync(path.join(base, name), { throwIfNoEntry: false });
    if (stat?.isFile()) files.push(name);
    if (!stat?.isDirectory()) return;
    for (const child of readdirSync(path.join(base, name))) {
      if (!child.startsWith('.')) visit(`${name}/${child}`);
    }
  };
  roots.forEach(visit);
  return files.sort();
}

/**
 * A hash of names and contents: equal exactly when the sources are, whatever git or the clock say.
 * @param {string[]} files  relative to `base`
 * @param {string} [base]
 */
export function hashContents(files, base = ROOT) {
  const hash = createHash('sha256');
  for (const file of files) {
    const bytes = readFileSync(path.join(base, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * A hash of names, sizes, inodes and times: much cheaper; equal means unchanged, different means "look closer".
 * @param {string[]} files  relative to `base`
 * @param {string} [base]
 */
export function hashStats(files, base = ROOT) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path.join(base, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\0${ctimeMs}\0${ino}\0`);
  }
  return hash.digest('hex');
}

/** @typedef {{ stats: string, contents: string }} Stamp  what a product was made from */

/** @param {string} product */
const stampFile = (product) => path.join(DIST, 'stamps', product);

/**
 * @param {string} product
 * @returns {Stamp | null} null where there is none, or none that we can read
 */
export function readStamp(product) {
  /** @type {string} */
  let text;
  try {
    text = readFileSync(stampFile(product), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const [stats, contents] = text.trim().split('\n');
  return stats && contents ? { stats, contents } : null;
}

/**
 * Replaces the stamp in one step, so that a reader never sees half of one.
 * @param {string} product
 * @param {Stamp} stamp
 */
export function writeStamp(product, { stats, contents }) {
  const file = stampFile(product);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, `${stats}\n${contents}\n`);
  renameSync(`${file}.${process.pid}`, file);
}

/** @param {string} product */
export const removeStamp = (product) => rmSync(stampFile(product), { force: true });
