// @ts-check
// `ingest` into the indexed database beside pflogsumm, which prints a summary of the same log, in turn: seconds,
// peak memory, ratio. `npm run bench -- ingest`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cli, measurePeak, median, time, writeLog } from './bench/measure.mjs';

const ROUNDS = 3;

if (spawnSync('pflogsumm', ['--version']).error) {
  console.log('pflogsumm is not installed, so there is nothing to compare with: apt-get install pflogsumm.');
  process.exit(0);
}
const folder = mkdtempSync(path.join(tmpdir(), 'ingest-bench-'));
const data = path.join(folder, 'data');
const env = { RINGLEADER_DATA: data };
try {
  const file = path.join(folder, 'mail.log');
  writeLog(file, 1_000_000);
  /** @type {{ ours: number[], theirs: number[] }} */
  const seconds = { ours: [], theirs: [] };
  for (let round = 0; round < ROUNDS; round++) {
    seconds.theirs.push(time('pflogsumm', [file]).seconds);
    rmSync(data, { recursive: true, force: true });
    seconds.ours.push(time(process.execPath, [cli, 'ingest', file], env).seconds);
  }
  const [ours, theirs] = [median(seconds.ours), median(seconds.theirs)];
  console.log(
    `1,000,000 lines: ingest ${ours.toFixed(2)} s, pflogsumm ${theirs.toFixed(2)} s, ratio ${(ours / theirs).toFixed(2)} (medians of ${ROUNDS})`,
  );
  for (const lines of [1_000_000, 5_000_000]) {
    if (lines > 1_000_000) writeLog(file, lines);
    rmSync(data, { recursive: true, force: true });
    console.log(
      `${lines.toLocaleString('en')} lines: peak memory ${measurePeak(['ingest', file], env).toFixed(0)} MiB`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
