// @ts-check
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashContents, hashStats, listFiles, readStamp, removeStamp, writeStamp } from './fingerprint.mjs';
import { CLI, DIST, ROOT, WEB } from './places.mjs';
import { LaunchError, must, tool } from './run.mjs';

/**
 * @typedef {object} Product  something built from sources
 * @property {string} name
 * @property {string} doing      said while it is built
 * @property {string} output     the file that must be there
 * @property {string[]} sources  files and folders, relative to the project
 * @property {string} [without]  a folder among them that is no part of it
 * @property {() => Promise<void>} build
 */

const COMMON = ['package-lock.json', 'tsconfig.json'];

/** No product is made of tests, samples or launch scripts. @param {Product} product */
const sourcesOf = ({ sources, without }) =>
  listFiles(
    sources,
    (file) =>
      file !== without && !/\.(test|bench)\.[a-z]+$|~$/.test(file) && !/(^|\/)fixtures$|^lib\/launch$/.test(file),
  );

/** @type {Product} */
export const cli = {
  name: 'cli',
  doing: 'Building the command line',
  output: CLI,
  sources: [...COMMON, 'lib'],
  build: bundleCli,
};

/** @type {Product} */
export const web = {
  name: 'web',
  doing: 'Building the pages (about a minute)',
  output: WEB,
  sources: [...COMMON, 'app', 'components', 'lib', 'public', 'proxy.ts', 'next.config.js', 'postcss.config.mjs'],
  without: 'lib/cli',
  build: buildWeb,
};

/**
 * @param {Product} product
 * @returns {boolean} whether it is there and made from the sources as they are
 */
export function isFresh(product) {
  if (!existsSync(product.output)) return false;
  const stamp = readStamp(product.name);
  if (!stamp) return false;
  const files = sourcesOf(product);
  const stats = hashStats(files);
  if (stamp.stats === stats) return true;
  if (stamp.contents !== hashContents(files)) return false;
  writeStamp(product.name, { ...stamp, stats });
  return true;
}

/** Builds it. The stamp names the sources as they were before: an edit during the build is built next time. @param {Product} product */
export async function make(product) {
  const files = sourcesOf(product);
  const stamp = { stats: hashStats(files), contents: hashContents(files) };
  removeStamp(product.name);
  await product.build();
  writeStamp(product.name, stamp);
}

/** One file a verb: what `parse` does not use (the database above all) stays in chunks that it does not load. */
async function bundleCli() {
  const { build, stop } = await import('esbuild');
  /** @type {import('esbuild').BuildResult<{ write: false }>} */
  let result;
  try {
    result = await build({
      absWorkingDir: ROOT,
      entryPoints: { cli: 'lib/cli/main.ts', 'parse-thread': 'lib/services/parse-thread/worker.ts' },
      outdir: 'dist',
      outExtension: { '.js': '.mjs' },
      chunkNames: 'chunks/[name]-[hash]',
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      tsconfig: 'tsconfig.json',
      sourcemap: 'linked',
      logLevel: 'silent',
      write: false,
    });
  } catch (error) {
    throw new LaunchError(`The command line could not be built.\n${error instanceof Error ? error.message : error}`);
  } finally {
    await stop();
  }
  // The entry comes last and in one step: who starts it meanwhile finds all its chunks.
  const files = result.outputFiles.toSorted((a, b) => Number(a.path === CLI) - Number(b.path === CLI));
  for (const { path: file, contents } of files) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, contents);
    renameSync(`${file}.new`, file);
  }
  const kept = new Set(files.map((file) => file.path));
  const chunks = path.join(DIST, 'chunks');
  if (!existsSync(chunks)) return;
  for (const name of readdirSync(chunks)) {
    if (!kept.has(path.join(chunks, name))) rmSync(path.join(chunks, name));
  }
}

async function buildWeb() {
  await must('web', tool('next/dist/bin/next', 'build'), {
    env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    failed: 'The pages could not be built',
  });
  // The server serves these itself, and Next leaves them out of its folder.
  const standalone = path.dirname(WEB);
  cpSync(path.join(ROOT, '.next', 'static'), path.join(standalone, '.next', 'static'), { recursive: true });
  const files = path.join(ROOT, 'public');
  if (existsSync(files)) cpSync(files, path.join(standalone, 'public'), { recursive: true });
}
