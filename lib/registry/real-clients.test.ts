import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWhoisServer, toAnswer, type WhoisServer } from './fixtures/whois-server';

/**
 * whois speaks the protocol that the room asks in. bgpq4 speaks IRRd's own (`!gAS64500`), which no registry of the
 * directory is asked in, so that it has nothing to say to this fixture.
 */
const PATH = [
  ...(process.env['RINGLEADER_REAL_CLIENTS'] ?? '').split(':').filter((folder) => folder !== ''),
  process.env['PATH'],
].join(':');

/** Why a program cannot be run here; null where it can. */
function whyNot(program: string): string | null {
  try {
    execFileSync('which', [program], { env: { ...process.env, PATH }, stdio: 'ignore' });
    return null;
  } catch {
    return `Debian's ${program} is neither installed nor in RINGLEADER_REAL_CLIENTS`;
  }
}

function run(program: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      program,
      args,
      { env: { ...process.env, PATH }, encoding: 'latin1', timeout: 20_000 },
      (error, stdout, stderr) =>
        error ? reject(new Error(`${program}: ${stderr}`, { cause: error })) : resolve(stdout),
    );
  });
}

const noWhois = whyNot('whois');
if (noWhois !== null) console.log(`No real client was run: ${noWhois}.`);

const NAMES = ['afrinic-network', 'apnic-idnic', 'apnic-rate-limited', 'apnic-reduced', 'arin-customer', 'jpnic-as'];
const ANSWERS = NAMES.map((name) => ({
  name,
  ...toAnswer('any', name, readFileSync(new URL(`./fixtures/${name}.txt`, import.meta.url))),
}));

describe.skipIf(noWhois !== null)(
  `the fixture registry and whois${noWhois === null ? '' : `, skipped: ${noWhois}`}`,
  () => {
    let server: WhoisServer;
    beforeAll(async () => {
      server = await startWhoisServer({ answers: ANSWERS });
    });
    afterAll(() => server.close());

    test.each(ANSWERS)('$name', async ({ query, bytes }) => {
      const shown = await run('whois', ['-h', '127.0.0.1', '-p', String(server.port), query]);
      const lines = Buffer.from(bytes)
        .toString('latin1')
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '');
      expect(lines.length).toBeGreaterThan(2);
      expect(lines.filter((line) => !shown.includes(line.trimEnd()))).toEqual([]);
      expect(server.queries.at(-1)).toBe(query);
    });

    test('flags are sent as they are', async () => {
      await run('whois', ['-h', '127.0.0.1', '-p', String(server.port), '--', '-B -r arin-customer']);
      expect(server.queries.at(-1)).toBe('-B -r arin-customer');
    });
  },
);
