// @ts-check
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, wherever it was cloned to. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** What the launch scripts build. Nothing in here is committed; deleting any of it is safe. */
export const DIST = path.join(ROOT, 'dist');
export const CLI = path.join(DIST, 'cli.mjs');
export const WEB = path.join(ROOT, '.next', 'standalone', 'server.js');
export const LOGS = path.join(DIST, 'logs');

/**
 * Where the user typed the command: npm moves scripts to the project's folder and leaves this behind.
 * @param {NodeJS.ProcessEnv} env
 */
export const typedIn = (env) => env['INIT_CWD'] ?? process.cwd();

/**
 * The environment our programs get: paths of the settings made absolute, because the web server changes its folder.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function settle(env) {
  const data = env['RINGLEADER_DATA'];
  const registries = env['RINGLEADER_REGISTRIES'];
  return {
    ...env,
    RINGLEADER_HOME: ROOT,
    RINGLEADER_DATA: data ? path.resolve(typedIn(env), data) : path.join(ROOT, 'data'),
    ...(registries ? { RINGLEADER_REGISTRIES: path.resolve(typedIn(env), registries) } : {}),
  };
}
