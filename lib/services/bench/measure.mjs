// @ts-check
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateLog } from '../../maillog/bench/generate-log.mjs';

/** The bundled command. */
export const cli = fileURLToPath(new URL('../../../dist/cli.mjs', import.meta.url));
// Prints its own peak at the end: the command as it is, and what the kernel counted.
const MEASURED = `
process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'));
process.argv.splice(1, 0, ${JSON.stringify(cli)});
await import(${JSON.stringify(`file://${cli}`)});`;

/**
 * @param {string} command @param {string[]} args @param {Record<string, string>} [env]
 * @returns {{ seconds: number, stderr: string }} of a run with its output in a file of nothing
 */
export function time(command, args, env) {
  const out = openSync('/dev/null', 'w');
  const from = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(command, args, {
    stdio: ['ignore', out, 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  const seconds = Number(process.hrtime.bigint() - from) / 1e9;
  closeSync(out);
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
  return { seconds, stderr };
}

/** @param {string[]} verb @param {Record<string, string>} [env] @returns {number} MiB */
export function measurePeak(verb, env) {
  const args = ['--input-type=module', '-e', MEASURED, ...verb];
  return Number(/peak (\d+)/.exec(time(process.execPath, args, env).stderr)?.[1]) / 1024;
}

/** @param {number[]} values */
export const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Writes a generated log of so many lines. @param {string} file @param {number} lines */
export function writeLog(file, lines) {
  const fd = openSync(file, 'w');
  for (const piece of generateLog(lines)) writeSync(fd, piece);
  closeSync(fd);
}

/**
 * @typedef {{ name: string, command: string, args: string[] }} Program
 * Runs ours and its peers in turn and prints medians, lines a second and ratios; a peer that is not installed is said.
 * @param {{ what: string, lines: number, rounds: number, ours: () => number, peers: Program[] }} contest  `ours` gives its seconds
 */
export function compare({ what, lines, rounds, ours, peers }) {
  const there = peers.filter(({ command }) => !spawnSync('sh', ['-c', `command -v ${command}`]).status);
  for (const { name } of peers.filter((peer) => !there.includes(peer)))
    console.log(`${name} is not installed: not compared.`);
  /** @type {number[]} */
  const own = [];
  const theirs = there.map((peer) => ({ ...peer, seconds: /** @type {number[]} */ ([]) }));
  for (let round = 0; round < rounds; round++) {
    for (const { command, args, seconds } of theirs) seconds.push(time(command, args).seconds);
    own.push(ours());
  }
  const mine = median(own);
  const others = theirs.map(
    ({ name, seconds }) => `${name} ${median(seconds).toFixed(2)} s (ratio ${(mine / median(seconds)).toFixed(2)})`,
  );
  console.log(
    `${lines.toLocaleString('en')} lines: ${what} ${mine.toFixed(2)} s, ${Math.round(lines / mine).toLocaleString('en')} lines/s; ${others.join(', ')}; medians of ${rounds}`,
  );
}
