import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decodeAnswer } from './decode';
import { createDirectory } from './directory';
import { type IrrdServer, startIrrdServer } from './fixtures/irrd-server';
import { runClient, whyNot } from './fixtures/real-client';
import { startWhoisServer, toAnswer, type WhoisServer } from './fixtures/whois-server';
import { judgeExchange, parseAnswer } from './parse-answer';
import { formatRange } from '@/lib/model';
import { questionText } from './questions';
import { askWhois } from './whois';

const noWhois = whyNot('whois');
if (noWhois !== null) console.log(`No real client was run: ${noWhois}.`);

const noBgpq4 = whyNot('bgpq4');
if (noBgpq4 !== null) console.log(`No real client was run: ${noBgpq4}.`);

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
      const shown = await runClient('whois', ['-h', '127.0.0.1', '-p', String(server.port), query]);
      const lines = Buffer.from(bytes)
        .toString('latin1')
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '');
      expect(lines.length).toBeGreaterThan(2);
      expect(lines.filter((line) => !shown.includes(line.trimEnd()))).toEqual([]);
      expect(server.queries.at(-1)).toBe(query);
    });

    test('flags are sent as they are', async () => {
      await runClient('whois', ['-h', '127.0.0.1', '-p', String(server.port), '--', '-B -r arin-customer']);
      expect(server.queries.at(-1)).toBe('-B -r arin-customer');
    });
  },
);

const ROUTES = {
  AS64500: { v4: ['198.51.100.0/24', '203.0.113.0/25'], v6: ['2001:db8:40::/44'] },
  AS64501: { v4: [], v6: ['2001:db8:70::/48'] },
};
const RADB = 'whois.radb.net';

describe.skipIf(noBgpq4 !== null)(
  `a route registry, bgpq4 and ourselves${noBgpq4 === null ? '' : `, skipped: ${noBgpq4}`}`,
  () => {
    let server: IrrdServer;
    beforeAll(async () => {
      server = await startIrrdServer(ROUTES);
    });
    afterAll(() => server.close());

    const Prefixes = z.object({ NN: z.array(z.object({ prefix: z.string() })).default([]) });
    /** What bgpq4 reads from the same registry. */
    async function readByBgpq4(asn: string): Promise<string[]> {
      // `-p`: the numbers of examples are no ASes to it otherwise.
      const host = ['-h', `127.0.0.1:${server.port}`, '-j', '-p'];
      const answers = await Promise.all(['-4', '-6'].map((family) => runClient('bgpq4', [...host, family, asn])));
      return answers.flatMap((json) => Prefixes.parse(JSON.parse(json)).NN.map(({ prefix }) => prefix));
    }

    async function readByUs(asn: string): Promise<{ status: string; blocks: string[] }> {
      const row = createDirectory({ [RADB]: { address: '127.0.0.1', port: server.port } }).get(RADB);
      const query = row && questionText(row, { kind: 'routes', key: asn });
      if (!row || !query) throw new Error('no question');
      const exchange = await askWhois(row, query.split('\n'), { deadlineMs: 5_000, maxBytes: 100_000 });
      const parsed = parseAnswer(decodeAnswer(exchange.bytes, row.charset), { server: RADB, query });
      const blocks = (parsed.origins ?? []).map(({ range }) => (range ? formatRange(range) : ''));
      return { status: judgeExchange(exchange, parsed), blocks };
    }

    test.each([
      ['AS64500', 'found'],
      ['AS64501', 'found'],
      ['AS64502', 'empty'],
    ])('read the same blocks of %s', async (asn, status) => {
      const blocks = await readByBgpq4(asn);
      expect(await readByUs(asn)).toEqual({ status, blocks });
      expect(server.commands.slice(-4)).toEqual(['!!', `!g${asn}`, `!6${asn}`, '!q']);
    });
  },
);
