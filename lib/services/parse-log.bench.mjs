// @ts-check
// `parse` beside mawk, which prints the same fields of the same log, and lnav, which counts its lines: seconds, peak
// memory, ratio. `npm run bench -- parse`; the log stays in the folder of temporary files while it runs (about 1 GB).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cli, compare, measurePeak, time, writeLog } from './bench/measure.mjs';

const awk = fileURLToPath(new URL('../maillog/bench/fields.awk', import.meta.url));
const COUNT = ';SELECT count(*) FROM syslog_log';

const folder = mkdtempSync(path.join(tmpdir(), 'parse-bench-'));
try {
  const file = path.join(folder, 'mail.log');
  const verb = ['parse', '--year', '2026', '--zone', 'UTC', file];
  for (const { lines, rounds } of [
    { lines: 1_000_000, rounds: 5 },
    { lines: 5_000_000, rounds: 3 },
  ]) {
    writeLog(file, lines);
    const { stderr } = time(process.execPath, [cli, ...verb]);
    console.log(stderr.trim().replace(folder, '…'));
    compare({
      what: 'parse',
      lines,
      rounds,
      ours: () => time(process.execPath, [cli, ...verb]).seconds,
      peers: [
        { name: 'mawk', command: 'mawk', args: ['-f', awk, file] },
        { name: 'lnav', command: 'lnav', args: ['-n', '-c', COUNT, file] },
      ],
    });
    console.log(`${lines.toLocaleString('en')} lines: peak memory ${measurePeak(verb).toFixed(0)} MiB`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
