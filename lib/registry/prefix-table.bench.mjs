// @ts-check
// Looking up addresses in 500,000 networks of each family, every third one inside another: nanoseconds a look-up,
// memory of the table; beside it mmdb-lib on an MMDB file of the same networks. `npm run bench -- prefix`
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { Reader } from 'mmdb-lib';
import { writeMmdb } from './offline/fixtures/write-mmdb.mjs';

const NETWORKS = 500_000;
const LOOKUPS = 1_000_000;
const ROUNDS = 7;

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'prefix-bench-'));
const outfile = path.join(folder, 'prefix-table.mjs');
await build({
  entryPoints: [fileURLToPath(new URL('prefix-table.ts', import.meta.url))],
  bundle: true,
  platform: 'node',
  format: 'esm',
  alias: { '@': root },
  outfile,
  logLevel: 'error',
});
/** @type {typeof import('./prefix-table')} */
const { buildPrefixTable } = await import(pathToFileURL(outfile).href);
rmSync(folder, { recursive: true });

let seed = 20260803;
/** 32 random bits (mulberry32), the same at every run. */
const random = () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let bits = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
  return (bits ^ (bits >>> 14)) >>> 0;
};

/** @param {4 | 6} family @returns {Array<{ family: 4 | 6, first: bigint, last: bigint }>} */
function makeNetworks(family) {
  const [base, shift] = family === 4 ? [0n, 0n] : [0x2000n << 112n, 88n];
  return Array.from({ length: NETWORKS }, (_, index) => {
    const size = index % 3 === 0 ? 256 : 4096;
    const bits = random();
    const first = base + (BigInt(bits - (bits % size)) << shift);
    return { family, first, last: first + (BigInt(size) << shift) - 1n };
  });
}

/** @param {number} places @param {4 | 6} family */
function makeAddresses(places, family) {
  const bytes = new Uint8Array(places * 16);
  for (let at = 0; at < bytes.length; at += 16) {
    const bits = random();
    const address = [bits >>> 24, (bits >>> 16) & 255, (bits >>> 8) & 255, bits & 255];
    if (family === 4) bytes.set([0xff, 0xff, ...address], at + 10);
    else bytes.set([0x20, ...address], at);
  }
  return Array.from({ length: places }, (_, index) => bytes.subarray(index * 16, index * 16 + 16));
}

for (const family of /** @type {const} */ ([4, 6])) {
  // In the order in which the database gives them.
  const networks = makeNetworks(family).sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  const before = process.memoryUsage().arrayBuffers;
  const from = process.hrtime.bigint();
  const table = buildPrefixTable(networks);
  const buildMs = Number(process.hrtime.bigint() - from) / 1e6;
  const megabytes = (process.memoryUsage().arrayBuffers - before) / 1024 / 1024;
  const addresses = makeAddresses(LOOKUPS, family);
  let found = 0;
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = process.hrtime.bigint();
    found = 0;
    for (const address of addresses) if (table.findBytes(address) !== null) found++;
    return Number(process.hrtime.bigint() - start) / LOOKUPS;
  }).sort((a, b) => a - b);
  const median = rounds[Math.floor(ROUNDS / 2)] ?? Number.NaN;
  console.log(
    `IPv${family}, ${NETWORKS.toLocaleString('en')} networks: ${median.toFixed(0)} ns a look-up (fastest ${(rounds[0] ?? Number.NaN).toFixed(0)}; median of ${ROUNDS} × ${LOOKUPS.toLocaleString('en')}; ${((100 * found) / LOOKUPS).toFixed(0)} % found), built in ${buildMs.toFixed(0)} ms, ${megabytes.toFixed(0)} MiB`,
  );
  compareMmdb(family, networks, addresses, median);
}

/**
 * The same networks and addresses through mmdb-lib, each by its own quickest way: mmdb-lib takes an address as text and
 * gives a record made anew, ours takes bytes (as the database keeps them) and gives the place of a record.
 * @param {4 | 6} family @param {ReturnType<typeof makeNetworks>} networks @param {Uint8Array[]} addresses
 * @param {number} byBytes nanoseconds of ours
 */
function compareMmdb(family, networks, addresses, byBytes) {
  const bitsOf = (/** @type {bigint} */ size) => 128 - (size.toString(2).length - 1);
  const sized = networks.map(({ first, last }, index) => ({ first, size: last - first + 1n, index }));
  // What is inside another comes after it.
  sized.sort((a, b) => (a.size > b.size ? -1 : a.size < b.size ? 1 : 0));
  const records = Array.from({ length: 50_000 }, (_, index) => ({ autonomous_system_number: index + 1 }));
  const file = writeMmdb(
    sized.map(({ first, size, index }) => {
      const mapped = family === 4 ? (0xffffn << 32n) | first : first;
      const bytes = Uint8Array.from(Buffer.from(mapped.toString(16).padStart(32, '0'), 'hex'));
      return { bytes, length: bitsOf(size), data: records[index % records.length] ?? {} };
    }),
    { type: 'bench', builtMs: 0 },
  );
  const reader = new Reader(file);
  const texts = addresses.map((bytes) =>
    family === 4
      ? bytes.subarray(12).join('.')
      : Array.from({ length: 8 }, (_, at) =>
          (((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0)).toString(16),
        ).join(':'),
  );
  let known = 0;
  const rounds = Array.from({ length: 3 }, () => {
    const start = process.hrtime.bigint();
    known = 0;
    for (const text of texts) if (reader.get(text) !== null) known++;
    return Number(process.hrtime.bigint() - start) / LOOKUPS;
  }).sort((a, b) => a - b);
  const median = rounds[1] ?? Number.NaN;
  const percent = ((100 * known) / LOOKUPS).toFixed(0);
  console.log(
    `IPv${family}, mmdb-lib ${(file.length / 2 ** 20).toFixed(0)} MiB: ${median.toFixed(0)} ns a look-up (median of 3; ${percent} % found); ours is ${(median / byBytes).toFixed(1)} times as fast`,
  );
}
