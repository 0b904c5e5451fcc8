// @ts-check
// `parse` beside mawk, which prints the same fields of the same log, in turn: seconds, peak memory, ratio.
// `npm run bench -- parse`; the log stays in the folder of temporary files while it runs (about 1 GB).
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateLog } from './bench/generate-log.mjs';

const ROUNDS = 5;
const awk = fileURLToPath(new URL('./bench/fields.awk', import.meta.url));
const cli = fileURLToPath(new URL('../../dist/cli.mjs', import.meta.url));
// Prints its own peak at the end: the command as it is, and what the kernel counted.
const MEASURED = `
process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'));
process.argv.splice(1, 0, ${JSON.stringify(cli)});
await import(${JSON.stringify(`file://${cli}`)});`;

/**
 * @param {string} command @param {string[]} args
 * @returns {{ seconds: number, stderr: string }} of a run with its output in a file of nothing
 */
function time(command, args) {
  const out = openSync('/dev/null', 'w');
  const from = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(command, args, { stdio: ['ignore', out, 'pipe'], encoding: 'utf8' });
  const seconds = Number(process.hrtime.bigint() - from) / 1e9;
  closeSync(out);
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
  return { seconds, stderr };
}

/** @param {string} file */
const parse = (file) => time(process.execPath, [cli, 'parse', '--year', '2026', '--zone', 'UTC', file]);

/** @param {string} file @returns {number} MiB */
function measurePeak(file) {
  const args = ['--input-type=module', '-e', MEASURED, 'parse', '--year', '2026', '--zone', 'UTC', file];
  return Number(/peak (\d+)/.exec(time(process.execPath, args).stderr)?.[1]) / 1024;
}

/** @param {number[]} values */
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

if (!existsSync(cli)) throw new Error('dist/cli.mjs is not built yet: run `npm start` or `npm run bench`.');
if (spawnSync('mawk', ['-W', 'version']).error) {
  console.log('mawk is not installed, so there is nothing to compare with: apt-get install mawk (brew install mawk).');
  process.exit(0);
}
const folder = mkdtempSync(path.join(tmpdir(), 'parse-bench-'));
try {
  const file = path.join(folder, 'mail.log');
  generateLog(file, 1_000_000);
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
  console.log(`peak memory: ${measurePeak(file).toFixed(0)} MiB`);
  generateLog(file, 5_000_000);
  const { seconds: long } = parse(file);
  console.log(`5,000,000 lines: parse ${long.toFixed(2)} s, peak memory ${measurePeak(file).toFixed(0)} MiB`);
} finally {
  rmSync(folder, { recursive: true });
}
