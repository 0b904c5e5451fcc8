// @ts-check
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LOGS, ROOT } from './places.mjs';

/** Said to the user as it is; everything else that is thrown is a bug and shows its stack. */
export class LaunchError extends Error {
  /** @param {string} text @param {number} [exitCode] */
  constructor(text, exitCode = 1) {
    super(text);
    this.exitCode = exitCode;
  }
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Ends every command that `run` still has under way. */
export function endRunning() {
  for (const child of running) child.kill('SIGTERM');
}

/**
 * Runs a command to its end with its output in `dist/logs/<name>.log`.
 * @param {string} name
 * @param {string[]} command  program and arguments
 * @param {Record<string, string>} [env]  added to ours
 * @returns {Promise<{ code: number, output: string, log: string }>} a signal counts as code 128
 */
export async function run(name, command, env = {}) {
  mkdirSync(LOGS, { recursive: true });
  const log = path.join(LOGS, `${name}.log`);
  const handle = openSync(log, 'w');
  const [program = '', ...args] = command;
  /** @type {number} */
  const code = await new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', handle, handle],
    });
    running.add(child);
    child.on('error', reject);
    child.on('exit', (exit) => {
      running.delete(child);
      resolve(exit ?? 128);
    });
  });
  return { code, output: readFileSync(log, 'utf8'), log };
}

/**
 * As `run`; anything but exit code 0 throws with the end of the output and the advice.
 * @param {string} name
 * @param {string[]} command
 * @param {{ env?: Record<string, string>, failed: string, advice?: string }} options
 */
export async function must(name, command, { env = {}, failed, advice }) {
  const { code, output, log } = await run(name, command, env);
  if (code === 0) return;
  const end = output.trimEnd().split('\n').slice(-40).join('\n');
  throw new LaunchError(
    [`${failed} (exit code ${code}).`, end, `All of it: ${log}`, advice].filter(Boolean).join('\n'),
  );
}

/**
 * A program of node_modules, run by the node that runs us.
 * @param {string} script  path inside node_modules
 * @param {...string} args
 */
export const tool = (script, ...args) => [process.execPath, path.join(ROOT, 'node_modules', script), ...args];

/**
 * Runs a launch script's main function: LaunchError becomes its text and exit code.
 * @param {() => Promise<number>} main  gives the exit code
 */
export async function launch(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}
