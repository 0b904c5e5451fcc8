import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'parse-command-'));
const program = path.join(folder, 'parse.mjs');
const log = path.join(folder, 'mail.log');
const REFUSAL =
  'Nov  4 05:14:21 mx1 postfix/smtpd[1]: NOQUEUE: reject: RCPT from m.x.example[192.0.2.9]: 550 5.7.1 \u001b[2J\u009b\u202e; from=<s@x.example> to=<r@b.example> proto=ESMTP helo=<pc>\n';

beforeAll(async () => {
  const { metafile } = await build({
    stdin: {
      contents:
        "import { runParse } from './lib/cli/commands/parse'; process.exitCode = await runParse(process.argv.slice(2));",
      resolveDir: root,
    },
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // Some packages are CommonJS, and ask for Node's own modules.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    alias: { '@': root.replace(/\/$/, '') },
    logLevel: 'silent',
    metafile: true,
  });
  expect(Object.keys(metafile.inputs).filter((file) => /prisma|sqlite|lib\/db/.test(file))).toEqual([]);
  writeFileSync(log, REFUSAL.repeat(3));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (args: string[], input = ''): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [program, ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Asia/Tokyo' },
  });

test('events on standard output, a summary a file on standard error', () => {
  const { stdout, stderr, status } = run(['--year', '2025', log, log]);
  expect(status).toBe(0);
  expect(stdout.split('\n')).toHaveLength(7);
  expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({
    line: 1,
    time: '2025-11-04T05:14:21+09:00',
    text: '\u001b[2J\u009b\u202e',
  });
  expect(stderr.split('\n')).toEqual([
    `${log}: 3 lines, 3 events (postfix 3), 0 unparsed, 2025-11-03T20:14:21Z to 2025-11-03T20:14:21Z, stamps without year read in Asia/Tokyo, year as given`,
    `${log}: 3 lines, 3 events (postfix 3), 0 unparsed, 2025-11-03T20:14:21Z to 2025-11-03T20:14:21Z, stamps without year read in Asia/Tokyo, year as given`,
    '',
  ]);
});

test('nothing from the log can steer a terminal', () => {
  const { stdout, stderr } = run(['--zone', 'UTC', '-'], REFUSAL);
  expect(stdout).toContain('\\u001b[2J\\u009b\\u202e');
  expect(`${stdout}${stderr}`).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});

test('standard input, where the year is that of the first stamp', () => {
  const { stdout } = run(['--year', '2024', '--zone', '+01:00', '-'], REFUSAL + REFUSAL.replace('Nov', 'Jan'));
  const times = stdout
    .trimEnd()
    .split('\n')
    .map((line): unknown => Object(JSON.parse(line)).time);
  expect(times).toEqual(['2024-11-04T05:14:21+01:00', '2025-01-04T05:14:21+01:00']);
});

const EXIM = '2026-11-24 05:14:21 H=[192.0.2.7] F=<s@x.example> rejected RCPT <r@b.example>: no\n';
const SENDMAIL =
  'Nov 24 05:14:22 mx1 sm-mta[9]: 5AO5ELab012345: ruleset=check_rcpt, arg1=<r@b.example>, relay=[192.0.2.8], reject=550 5.7.1 no\n';

test('the summary says which mail servers the log is from; --format takes one of them', () => {
  const addresses = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line): unknown => Object(JSON.parse(line)).clientAddress);
  const mixed = REFUSAL + SENDMAIL + EXIM + SENDMAIL.replace(':22', ':23');
  const all = run(['--year', '2026', '--zone', 'UTC', '-'], mixed);
  expect(all.stderr).toContain('-: 4 lines, 4 events (sendmail 2, postfix 1, exim 1), 0 unparsed, ');
  expect(addresses(all.stdout)).toEqual(['192.0.2.9', '192.0.2.8', '192.0.2.7', '192.0.2.8']);
  const one = run(['--format', 'exim', '--zone', '+09:00', '-'], mixed);
  expect(one.stderr).toContain('-: 4 lines, 1 event (exim 1), 0 unparsed, ');
  expect(addresses(one.stdout)).toEqual(['192.0.2.7']);
  expect(run(['--format', 'iis', '-'], EXIM).stderr).toContain('1 line, 0 events, 0 unparsed, ');
  expect(run(['--zone', '+09:00', '-'], EXIM).stderr).toContain('stamps without zone read in +09:00\n');
});

test.each([
  [[], 'No log was named'],
  [
    ['--format', 'qmail\u001b[2J', 'x'],
    '--format qmail\\u001b[2J is no mail server we read: give one of postfix, exim, sendmail, opensmtpd, rblsmtpd, spamdyke, haraka, rspamd, exchange, iis, or leave it out.',
  ],
  [['--year', '26', 'x'], '--year 26 is no year'],
  [['--zone', 'Mars\u001b[2J', 'x'], '--zone Mars\\u001b[2J is no time zone'],
  [['--nonsense'], "Unknown option '--nonsense'"],
])('%j: a wrong call is explained, exit 2', (args, sentence) => {
  const { stdout, stderr, status } = run(args);
  expect([stdout, status]).toEqual(['', 2]);
  expect(stderr).toContain(sentence);
  expect(stderr).toContain('Usage: parse');
});

test('a file that is not there: exit 2, the others are read', () => {
  const { stdout, stderr, status } = run([path.join(folder, 'missing'), log]);
  expect([stdout.split('\n').length, status]).toEqual([4, 2]);
  expect(stderr).toContain(path.join(folder, 'missing'));
});

test('a reader that leaves early ends it quietly', () => {
  writeFileSync(path.join(folder, 'long.log'), REFUSAL.repeat(20_000));
  const command = `"${process.execPath}" "${program}" "${path.join(folder, 'long.log')}" | head -1; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
  expect(stdout.split('\n').slice(1)).toEqual(['0', '']);
  expect(stderr).toBe('');
});
