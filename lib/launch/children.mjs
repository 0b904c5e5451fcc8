// @ts-check
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { CLI, ROOT, WEB } from './places.mjs';

const FOLLOW = new URL('./follow-parent.mjs', import.meta.url).href;
const KILL_AFTER_MS = 5_000;

/**
 * Starts a program of ours in the background. What it says on stderr is handed to `onError` line by line,
 * its ordinary chatter is not. In a process group of its own: Ctrl-C reaches only us, and we end it in order.
 * @param {string[]} args  of node
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} onError
 */
function startChild(args, env, onError) {
  const child = spawn(process.execPath, ['--import', FOLLOW, ...args], {
    cwd: ROOT,
    env: { ...env, NODE_ENV: env['NODE_ENV'] ?? 'production' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: true,
  });
  if (child.stderr) createInterface({ input: child.stderr }).on('line', onError);
  return child;
}

/** @param {NodeJS.ProcessEnv} env @param {(line: string) => void} onError */
export const startWorker = (env, onError) => startChild([CLI, 'worker'], env, onError);

/**
 * @param {{ host: string, port: number, dev?: boolean }} listen
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} onError
 */
export function startWeb({ host, port, dev = false }, env, onError) {
  const own = { ...env, HOSTNAME: host, PORT: String(port), NEXT_TELEMETRY_DISABLED: '1' };
  if (!dev) return startChild([WEB], { ...own, NODE_ENV: 'production' }, onError);
  const next = path.join(ROOT, 'node_modules/next/dist/bin/next');
  return startChild([next, 'dev', '-H', host, '-p', String(port)], { ...own, NODE_ENV: 'development' }, onError);
}

/** @param {import('node:child_process').ChildProcess} child */
export const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

/**
 * Ends a child: SIGTERM, and SIGKILL if it is still there after five seconds.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} [signal]
 * @returns {Promise<void>} when it is gone
 */
export function endChild(child, signal = 'SIGTERM') {
  if (hasEnded(child) || !child.pid) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill(signal);
  });
}

/**
 * Waits until the web server answers anything at all.
 * @param {string} url
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} [deadlineMs]
 * @returns {Promise<boolean>} false where it ended first or the deadline passed
 */
export async function isAnswering(url, child, deadlineMs = 60_000) {
  const end = Date.now() + deadlineMs;
  while (!hasEnded(child) && Date.now() < end) {
    try {
      const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) });
      await answer.arrayBuffer();
      return true;
    } catch {
      // Not listening yet.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return false;
}
