import { type ChildProcess, execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { endChild, isAnswering, startWeb, startWorker } from '../lib/launch/children.mjs';
import { CLI, ROOT } from '../lib/launch/places.mjs';
import { probePort } from '../lib/launch/port.mjs';

export { expect } from '@playwright/test';

const HOST = '127.0.0.1';

interface Done {
  code: number;
  stdout: string;
  stderr: string;
}

/** One Ringleader with a data folder of its own: web server, worker, command line. */
export interface App {
  baseURL: string;
  dataDir: string;
  /** Runs the command line on the same data folder. A failing command is a value, not an error. */
  cli(args: readonly string[], stdin?: string): Promise<Done>;
  /** SIGKILL, as a power cut would. */
  killWorker(): Promise<void>;
  killServer(): Promise<void>;
  /** Ends what still runs and starts both again, same address, same data. */
  restart(): Promise<void>;
}

interface Options {
  /** Whether the sample case is loaded. */
  sample: boolean;
  /** Rows over the registry directory, as in `RINGLEADER_REGISTRIES`; a story with a fixture registry overrides it. */
  registries: object | undefined;
}

interface Programs {
  start(): Promise<void>;
  end(signal?: NodeJS.Signals): Promise<void>;
  killWorker(): Promise<void>;
  killServer(): Promise<void>;
}

/** The two programs as `npm start` runs them. */
function programs(port: number, env: NodeJS.ProcessEnv, said: string[]): Programs {
  let web: ChildProcess | undefined;
  let worker: ChildProcess | undefined;
  const end = async (child: ChildProcess | undefined, signal?: NodeJS.Signals) => child && endChild(child, signal);
  return {
    async start() {
      web = startWeb({ host: HOST, port }, env, (line) => said.push(`web: ${line}`));
      worker = startWorker(env, (line) => said.push(`worker: ${line}`));
      if (!(await isAnswering(`http://${HOST}:${port}/`, web))) {
        throw new Error(`The web server did not start.\n${said.join('\n')}`);
      }
    },
    async end(signal) {
      await Promise.all([end(web, signal), end(worker, signal)]);
    },
    killWorker: () => end(worker, 'SIGKILL').then(() => undefined),
    killServer: () => end(web, 'SIGKILL').then(() => undefined),
  };
}

function runCli(env: NodeJS.ProcessEnv, args: readonly string[], stdin = ''): Promise<Done> {
  return new Promise((resolve, reject) => {
    const options = { cwd: ROOT, env, maxBuffer: 256 * 1024 * 1024 };
    const child = execFile(process.execPath, [CLI, ...args], options, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
    child.stdin?.end(stdin);
  });
}

/**
 * `test` with an `app` for each story; its pages open relative to it. Options by
 * `test.use({ sample: true })`; `registries` also as a fixture that starts a registry first.
 */
export const test = base.extend<Options & { app: App }>({
  sample: [false, { option: true }],
  registries: [undefined, { option: true }],

  app: async ({ sample, registries }, provide, testInfo) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'ringleader-e2e-'));
    const dataDir = path.join(folder, 'data');
    const env: NodeJS.ProcessEnv = { ...process.env, RINGLEADER_DATA: dataDir };
    delete env['RINGLEADER_REGISTRIES'];
    // The test runner sets it for itself; Node warns on stderr where both colour settings are there.
    delete env['FORCE_COLOR'];
    if (registries) {
      env['RINGLEADER_REGISTRIES'] = path.join(folder, 'registries.json');
      await writeFile(env['RINGLEADER_REGISTRIES'], JSON.stringify(registries));
    }
    const cli: App['cli'] = (args, stdin) => runCli(env, args, stdin);
    for (const args of [['migrate'], ...(sample ? [['sample', 'add']] : [])]) {
      const { code, stderr } = await cli(args);
      if (code !== 0) throw new Error(`\`${args.join(' ')}\` ended with exit code ${code}.\n${stderr}`);
    }

    const port = await probePort(HOST, 0);
    if (port === null) throw new Error('There is no free port.');
    const said: string[] = [];
    const { start, end, killServer, killWorker } = programs(port, env, said);
    try {
      await start();
      const restart = () => end().then(start);
      await provide({ baseURL: `http://${HOST}:${port}`, dataDir, cli, killServer, killWorker, restart });
    } finally {
      await end();
      if (testInfo.status !== testInfo.expectedStatus && said.length > 0) {
        await testInfo.attach('what the programs said', { body: said.join('\n'), contentType: 'text/plain' });
      }
      await rm(folder, { recursive: true, force: true });
    }
  },

  baseURL: async ({ app }, provide) => provide(app.baseURL),
});
