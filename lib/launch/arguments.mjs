// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';
import { typedIn } from './places.mjs';
import { LaunchError } from './run.mjs';

export const HELP = `npm start [-- OPTIONS] [FILE…]

Starts Ringleader on this machine and, with FILE, reads those mail logs.

  --no-sample   take the sample case away
  --help        this text

Settings come from the environment: PORT (3000), HOST (loopback only), RINGLEADER_DATA (./data),
RINGLEADER_REGISTRIES.`;

/**
 * @typedef {object} StartArguments
 * @property {boolean} help
 * @property {'add' | 'remove'} sample
 * @property {boolean} dev    the development server instead of the built one
 * @property {string[]} files absolute
 */

/**
 * Reads the arguments of `npm start`.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {StartArguments}
 * @throws {LaunchError} (exit code 2) on an option we do not have, or a file that is not there
 */
export function parseStart(args, env) {
  /** @type {StartArguments} */
  const parsed = { help: false, sample: 'add', dev: false, files: [] };
  const end = args.indexOf('--');
  args.forEach((arg, at) => {
    if (at === end) return;
    const isOption = arg.startsWith('-') && (end < 0 || at < end);
    if (!isOption) parsed.files.push(path.resolve(typedIn(env), arg));
    else if (arg === '--help' || arg === '-h') parsed.help = true;
    else if (arg === '--no-sample') parsed.sample = 'remove';
    else if (arg === '--dev') parsed.dev = true;
    else throw new LaunchError(`npm start has no option ${arg}. \`npm start -- --help\` lists what it has.`, 2);
  });
  const missing = parsed.files.find((file) => !existsSync(file));
  if (missing) throw new LaunchError(`There is no file ${missing}.`, 2);
  return parsed;
}

const LOOPBACK = new Map([
  ['127.0.0.1', '127.0.0.1'],
  ['localhost', '127.0.0.1'],
  ['::1', '::1'],
]);

/**
 * Where to listen.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ host: string, port: number }}
 * @throws {LaunchError} (exit code 2)
 */
export function parseListen(env) {
  const { HOST = '127.0.0.1', PORT = '3000' } = env;
  const host = LOOPBACK.get(HOST);
  if (!host) {
    throw new LaunchError(
      `HOST is ${HOST}, but Ringleader listens on this machine only (127.0.0.1, localhost or ::1): it has no accounts ` +
        'yet, so anyone who could reach it could read your mail log. Unset HOST and start again.',
      2,
    );
  }
  const port = Number(PORT);
  if (!/^\d{1,5}$/.test(PORT) || port < 1 || port > 65_535) {
    throw new LaunchError(`PORT is ${PORT}; it must be a number from 1 to 65535.`, 2);
  }
  return { host, port };
}
