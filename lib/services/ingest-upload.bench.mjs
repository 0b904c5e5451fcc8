// @ts-check
// `ingest` into the indexed database beside pflogsumm, which prints a summary of the same log, in turn: seconds,
// peak memory, size of the database an event, ratio. `npm run bench -- ingest`
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cli, compare, measurePeak, time, writeLog } from './bench/measure.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'ingest-bench-'));
const data = path.join(folder, 'data');
const env = { RINGLEADER_DATA: data };
try {
  const file = path.join(folder, 'mail.log');
  for (const { lines, rounds } of [
    { lines: 1_000_000, rounds: 3 },
    { lines: 5_000_000, rounds: 1 },
  ]) {
    writeLog(file, lines);
    let said = '';
    compare({
      what: 'ingest',
      lines,
      rounds,
      ours: () => {
        rmSync(data, { recursive: true, force: true });
        const { seconds, stderr } = time(process.execPath, [cli, 'ingest', file], env);
        said = stderr;
        return seconds;
      },
      peers: [{ name: 'pflogsumm', command: 'pflogsumm', args: [file] }],
    });
    const refusals = Number(/([\d,]+) of them refusals/.exec(said)?.[1]?.replaceAll(',', ''));
    const bytes = statSync(path.join(data, 'ringleader.db')).size;
    rmSync(data, { recursive: true, force: true });
    const peak = measurePeak(['ingest', file], env).toFixed(0);
    console.log(
      `${lines.toLocaleString('en')} lines: ${Math.round(bytes / refusals)} bytes of database a refusal, peak memory ${peak} MiB`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
