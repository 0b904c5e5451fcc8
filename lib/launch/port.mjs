// @ts-check
import { createServer } from 'node:net';
import { LaunchError } from './run.mjs';

/**
 * @param {string} host
 * @param {number} port  0 for any
 * @returns {Promise<number | null>} the port, null where it is taken or not ours to take
 */
export function probePort(host, port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      if ('code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')) resolve(null);
      else reject(error);
    });
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}

/**
 * The wished port, else one of the next twenty, else any.
 * @param {string} host
 * @param {number} wished
 * @returns {Promise<number>}
 */
export async function freePort(host, wished) {
  for (let port = wished; port <= Math.min(wished + 20, 65_535); port++) {
    if (await probePort(host, port)) return port;
  }
  const any = await probePort(host, 0);
  if (any === null) throw new LaunchError(`No free port on ${host}.`);
  return any;
}
