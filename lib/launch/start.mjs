// @ts-check
import { spawn } from 'node:child_process';
import { HELP, parseListen, parseStart } from './arguments.mjs';
import { endChild, hasEnded, isAnswering, startWeb, startWorker } from './children.mjs';
import { CLI, ROOT, settle } from './places.mjs';
import { freePort } from './port.mjs';
import { endRunning, LaunchError, launch } from './run.mjs';
import { setup } from './setup.mjs';

/** A worker that ran for so long is well: the next death is a new story. */
const STEADY_MS = 60_000;
const MAX_BACKOFF_MS = 30_000;

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
let stopping = false;

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

/** Ends all we started; once. @param {number} exitCode */
async function stop(exitCode) {
  if (stopping) return;
  stopping = true;
  endRunning();
  await Promise.all([...children].map((child) => endChild(child)));
  process.exit(exitCode);
}

/**
 * Runs a verb of the command line to its end, its output beside ours.
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
function runVerb(env, ...args) {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
  children.add(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      children.delete(child);
      resolve(code ?? 1);
    });
  });
}

/**
 * Keeps one worker running: its queue is in the database, so a new one goes on where the last one stopped.
 * @param {NodeJS.ProcessEnv} env
 * @param {number} [backoffMs]  before the next one
 */
function keepWorker(env, backoffMs = 1_000) {
  const since = Date.now();
  const worker = startWorker(env, (line) => process.stderr.write(`worker: ${line}\n`));
  children.add(worker);
  worker.on('exit', (code, signal) => {
    children.delete(worker);
    if (stopping) return;
    const wait = Date.now() - since > STEADY_MS ? 1_000 : backoffMs;
    const how = signal ?? `exit code ${code}`;
    process.stderr.write(`The worker stopped (${how}); its queue is kept, and it starts again in ${wait / 1000} s.\n`);
    setTimeout(() => !stopping && keepWorker(env, Math.min(wait * 2, MAX_BACKOFF_MS)), wait);
  });
}

/**
 * Starts the web server; its end is ours.
 * @param {{ host: string, port: number, dev: boolean }} listen
 * @param {NodeJS.ProcessEnv} env
 */
function keepWeb(listen, env) {
  const server = startWeb(listen, env, (line) => process.stderr.write(`web: ${line}\n`));
  children.add(server);
  server.on('exit', (code, signal) => {
    children.delete(server);
    if (stopping) return;
    process.stderr.write(`The web server stopped by itself (${signal ?? `exit code ${code}`}); Ringleader ends.\n`);
    void stop(1);
  });
  return server;
}

await launch(async () => {
  const { help, sample, dev, files } = parseStart(process.argv.slice(2), process.env);
  if (help) {
    say(HELP);
    return 0;
  }
  const { host, port: wished } = parseListen(process.env);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => void stop(0));

  await setup({ web: !dev });
  const env = settle(process.env);
  if ((await runVerb(env, 'migrate')) !== 0)
    throw new LaunchError('Ringleader did not start: its database is not ready.');
  if (stopping) return 0;

  const port = await freePort(host, wished);
  const url = `http://${host === '::1' ? '[::1]' : host}:${port}`;
  const server = keepWeb({ host, port, dev }, env);
  keepWorker(env);
  const [sampled, answering] = await Promise.all([runVerb(env, 'sample', sample), isAnswering(url, server)]);
  if (stopping || hasEnded(server)) return 1;
  if (!answering || sampled !== 0) {
    const what = answering ? `\`sample ${sample}\` failed` : 'the web server does not answer after a minute';
    process.stderr.write(`Ringleader ends: ${what}.\n`);
    await stop(1);
  }

  if (port !== wished) say(`Port ${wished} is taken by another program; Ringleader took ${port}.`);
  say(`Ringleader  ${url}`);
  const way = sample === 'add' ? 'look at the sample case, then ' : '';
  say(`Open it in a browser: ${way}drop your own mail log on it, or paste lines of it.`);
  say('Ctrl-C ends it; all it knows is kept.');
  if (files.length > 0 && (await runVerb(env, 'ingest', ...files)) !== 0 && !stopping) {
    process.stderr.write('Not every file could be read; the reason is above. Ringleader goes on.\n');
  }
  return 0;
});
