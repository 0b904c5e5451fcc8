// @ts-check
// `parse` beside mawk, which prints the same fields of the same log, in turn: seconds, peak memory, ratio.
// `npm run bench -- parse`; the log stays in the folder of temporary files while it runs (about 1 GB).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cli, measurePeak, median, time, writeLog } from './bench/measure.mjs';

const ROUNDS = 5;
const awk = fileURLToPath(new URL('../maillog/bench/fields.awk', import.meta.url));
/** @param {string} file */
const parse = (file) => time(process.execPath, [cli, 'parse', '--year', '2026', '--zone', 'UTC', file]);

/** @param {string} file */
const peakOf = (file) => measurePeak(['parse', '--year', '2026', '--zone', 'UTC', file]);

if (!existsSync(cli)) throw new Error('dist/cli.mjs is not built yet: run `npm start` or `npm run bench`.');
if (spawnSync('mawk', ['-W', 'version']).error) {
  console.log('mawk is not installed, so there is nothing to compare with: apt-get install mawk (brew install mawk).');
  process.exit(0);
}
const folder = mkdtempSync(path.join(tmpdir(), 'parse-bench-'));
try {
  const file = path.join(folder, 'mail.log');
  writeLog(file, 1_000_000);
  /** @type {{ ours: number[], theirs: number[] }} */
  const seconds = { ours: [], theirs: [] };
  time('wc', ['-l', file]);
  for (let round = 0; round < ROUNDS; round++) {
    seconds.theirs.push(time('mawk', ['-f', awk, file]).seconds);
    seconds.ours.push(parse(file).seconds);
  }
  const [ours, theirs] = [median(seconds.ours), median(seconds.theirs)];
  console.log(`${parse(file).stderr.trim().replace(folder, '…')}`);
  console.log(
    `1,000,000 lines: parse ${ours.toFixed(2)} s, mawk ${theirs.toFixed(2)} s, ratio ${(ours / theirs).toFixed(2)} (medians of ${ROUNDS})`,
  );
  console.log(`peak memory: ${peakOf(file).toFixed(0)} MiB`);
  writeLog(file, 5_000_000);
  const { seconds: long } = parse(file);
  console.log(`5,000,000 lines: parse ${long.toFixed(2)} s, peak memory ${peakOf(file).toFixed(0)} MiB`);
} finally {
  rmSync(folder, { recursive: true });
}
