import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { formatRange } from '@/lib/model';
import { CERTIFICATE, type RdapReply, type RdapServer, startRdapServer } from './fixtures/rdap-server';
import { getOnce } from './http-exchange';
import { findPeers } from './peers';
import { questionText } from './questions';
import { askRdap, type RdapExchange, type RdapOptions, readRdapAnswer, readRetryAfter } from './rdap';
import { createRdapDirectory, type RdapDirectory } from './rdap-directory';
import type { RdapRow } from './rdap-servers';

const HOST = 'rdap.arin.net';
const OTHER = 'rdap.db.ripe.net';
const LIMITS: RdapOptions = { deadlineMs: 10_000, maxBytes: 100_000 };
const sample = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, 'fixtures', `${name}.txt`), 'utf8');

let server: RdapServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

interface Site {
  directory: RdapDirectory;
  row: RdapRow;
  port: number;
}

/** ARIN's and RIPE's RDAP, both played by one server on 127.0.0.1. */
async function start(replies: ReadonlyArray<readonly [string, RdapReply]>): Promise<Site> {
  server = await startRdapServer({ replies });
  const { port } = server;
  const directory = createRdapDirectory(
    Object.fromEntries(
      [HOST, OTHER].map((host) => [host, { rdap: `http://${host}:${port}/x/`, address: '127.0.0.1' }]),
    ),
  );
  return { directory, row: rowOf(directory, HOST), port };
}

function rowOf(directory: RdapDirectory, host: string): RdapRow {
  const row = directory.get(host);
  if (!row) throw new Error(`no row of ${host}`);
  return row;
}

const statusOf = (exchange: RdapExchange, asked: string): string => readRdapAnswer(exchange, asked).parsed.status;

describe('askRdap over HTTP', () => {
  it('fetches a network, and names the registry that answered', async () => {
    const { directory, row, port } = await start([['/x/ip/198.51.100.70', sample('rdap-arin-network')]]);
    const asked = questionText(row, { kind: 'address', key: '198.51.100.70' }) ?? '';
    const exchange = await askRdap(directory, row, asked, LIMITS);
    expect(exchange).toMatchObject({ status: 200, complete: true, failure: null, address: '127.0.0.1', hops: 0 });
    const { text, parsed } = readRdapAnswer(exchange, asked);
    expect(text).toBe(sample('rdap-arin-network'));
    expect(parsed.networks.map(({ registry, range }) => [registry, formatRange(range)])).toEqual([
      ['arin', '198.51.100.64/26'],
    ]);
    expect(server?.requests).toEqual([`${HOST}:${port}/x/ip/198.51.100.70`]);
  });

  it('pivots from a contact by reverse search', async () => {
    const { directory, row } = await start([
      ['/x/ips/reverse_search/entity?handle=SAMPL-ARIN', sample('rdap-arin-reverse-search')],
    ]);
    const asked = questionText(row, { kind: 'pivot', key: 'SAMPL-ARIN' }) ?? '';
    const { parsed } = readRdapAnswer(await askRdap(directory, row, asked, LIMITS), asked);
    expect(parsed.references.map(({ handle, ranges }) => [handle, ...ranges.map(formatRange)])).toEqual([
      ['SAMPL-ARIN', '198.51.100.64/26', '2001:db8:61::/48'],
    ]);
  });

  it.each(['ip/../../etc', 'http://evil.test/', '//evil.test/', 'ip/1 2', 'ip/1\r\nX: y', 'ip/é'])(
    'is not asked for %j',
    async (asked) => {
      const { directory, row } = await start([['/*', '{}']]);
      await expect(askRdap(directory, row, asked, LIMITS)).rejects.toThrow('not a path');
      expect(server?.connections).toBe(0);
    },
  );

  it('rejects with the reason when it is aborted', async () => {
    const { directory, row } = await start([['/*', { fault: 'silent' }]]);
    const stop = new AbortController();
    const asked = askRdap(directory, row, 'ip/198.51.100.70', { ...LIMITS, signal: stop.signal });
    stop.abort(new Error('shutting down'));
    await expect(asked).rejects.toThrow('shutting down');
  });
});

describe('redirects', () => {
  const to = (location: string): RdapReply => ({ status: 301, headers: { location } });

  it('are followed to another registry of the directory', async () => {
    const replies: Array<[string, RdapReply]> = [['/x/ip/192.0.2.17', sample('rdap-ripe-network')]];
    const { directory, row, port } = await start(replies);
    replies.unshift(['/x/ip/192.0.2.0/25', to(`http://${OTHER}:${port}/x/ip/192.0.2.17`)]);
    const exchange = await askRdap(directory, row, 'ip/192.0.2.0/25', LIMITS);
    expect(exchange).toMatchObject({ hops: 1, host: OTHER, status: 200, failure: null });
    expect(readRdapAnswer(exchange, 'ip/192.0.2.0/25').parsed).toMatchObject({ registry: 'ripe', status: 'found' });
  });

  it.each<[string, (port: number) => string, string, string]>([
    ['to 127.0.0.1', (port) => `http://127.0.0.1:${port}/x/secret`, 'forbidden-host', '127.0.0.1'],
    ['to the metadata service', () => 'http://169.254.169.254/latest/meta-data/', 'forbidden-host', '169.254.169.254'],
    ['to a mapped address', () => 'http://[::ffff:10.0.0.1]/', 'forbidden-host', '[::ffff:a00:1]'],
    ['to a host that is no registry', () => 'https://evil.test/', 'forbidden-host', 'evil.test'],
    ['to another port of a registry', () => `http://${OTHER}:6379/x/`, 'forbidden-host', `${OTHER}:6379`],
    ['with a user name', (port) => `http://user:pass@${OTHER}:${port}/x/`, 'forbidden-host', OTHER],
    ['to another scheme', () => 'file:///etc/passwd', 'forbidden-host', ''],
    ['nowhere', () => 'http://', 'protocol', 'Location'],
    ['in a loop', (port) => `http://${HOST}:${port}/x/ip/192.0.2.17`, 'too-many-hops', HOST],
  ])('%s are not followed', async (_, location, kind, detail) => {
    const replies: Array<[string, RdapReply]> = [];
    const { directory, row, port } = await start(replies);
    replies.push(['/x/ip/192.0.2.17', to(location(port))], ['/x/secret', '{"objectClassName":"ip network"}']);
    const exchange = await askRdap(directory, row, 'ip/192.0.2.17', LIMITS);
    expect(exchange.failure?.kind).toBe(kind);
    expect(exchange.failure?.detail).toContain(detail);
    expect(server?.requests.map((request) => request.replace(/:\d+/, ''))).toEqual([`${HOST}/x/ip/192.0.2.17`]);
    expect(server?.connections).toBe(1);
    expect(statusOf(exchange, 'ip/192.0.2.17')).not.toBe('found');
  });

  it('end after three', async () => {
    const replies: Array<[string, RdapReply]> = [];
    const { directory, row, port } = await start(replies);
    for (let at = 0; at < 9; at++)
      replies.push([`/x/ip/${at}`, to(`http://${at % 2 ? HOST : OTHER}:${port}/x/ip/${at + 1}`)]);
    const exchange = await askRdap(directory, row, 'ip/0', LIMITS);
    expect(exchange).toMatchObject({ failure: { kind: 'too-many-hops' }, hops: 3 });
    expect(server?.requests.length).toBe(4);
  });

  it('to a registry whose name leads to a private address end there', async () => {
    const replies: Array<[string, RdapReply]> = [];
    server = await startRdapServer({ replies });
    const { port } = server;
    const own = createRdapDirectory({ [HOST]: { rdap: `http://${HOST}:${port}/x/`, address: '127.0.0.1' } });
    const directory = new Map([...own, [OTHER, { ...rowOf(own, OTHER), base: `http://${OTHER}:${port}/x/` }]]);
    replies.push(['/x/ip/192.0.2.17', to(`http://${OTHER}:${port}/x/ip/192.0.2.17`)]);
    const asked: string[] = [];
    const resolve = async (host: string): Promise<string[]> => {
      asked.push(host);
      return ['127.0.0.1'];
    };
    const exchange = await askRdap(directory, rowOf(directory, HOST), 'ip/192.0.2.17', { ...LIMITS, resolve });
    expect(exchange.failure).toEqual({ kind: 'forbidden-address', detail: '127.0.0.1' });
    expect([asked, server.connections]).toEqual([[OTHER], 1]);
  });
});

describe('addresses', () => {
  it.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', 'fd00::1'])(
    '%s is not connected to, not even next to a public one',
    async (address) => {
      const { directory, row, port } = await start([['/*', '{}']]);
      const plain = { ...row, base: `http://${HOST}:${port}/x/`, address: null, overridden: false };
      const resolve = async (): Promise<string[]> => ['192.88.99.1', address];
      const exchange = await askRdap(directory, plain, 'ip/192.0.2.17', { ...LIMITS, resolve });
      expect(exchange).toMatchObject({ failure: { kind: 'forbidden-address', detail: address }, status: null });
      expect(server?.connections).toBe(0);
    },
  );

  it('are asked for once, so that a name that changes its mind leads nowhere (DNS rebinding)', async () => {
    const answers = [['192.88.99.1'], ['127.0.0.1']];
    const resolve = async (): Promise<string[]> => answers.shift() ?? [];
    const target = { host: HOST, address: null, overridden: false };
    expect(await findPeers(target, resolve, new AbortController().signal)).toEqual({ addresses: ['192.88.99.1'] });
    expect(answers).toEqual([['127.0.0.1']]);
  });

  it('that were checked are the ones connected to: the name is not looked up again', async () => {
    server = await startRdapServer({ replies: [['/x', '{"a":1}']] });
    const url = new URL(`http://name.that.leads.nowhere.test:${server.port}/x`);
    const reply = await getOnce({ url, address: '127.0.0.1', maxBytes: 100, stop: new AbortController().signal });
    expect(reply).toMatchObject({ status: 200, complete: true, failure: null });
    expect(server.requests).toEqual([`${url.host}/x`]);
  });
});

describe('certificates', () => {
  const NAME = 'rdap.registry.test';
  async function ask(name: string, ca?: string): Promise<RdapExchange> {
    server = await startRdapServer({ secure: true, replies: [['/ip/192.0.2.17', sample('rdap-ripe-network')]] });
    const directory = createRdapDirectory({
      [name]: { rdap: `https://${name}:${server.port}/`, address: '127.0.0.1' },
    });
    return askRdap(directory, rowOf(directory, name), 'ip/192.0.2.17', { ...LIMITS, ...(ca !== undefined && { ca }) });
  }

  it('must be for the name, though the address is what is connected to', async () => {
    expect(await ask(NAME, CERTIFICATE)).toMatchObject({ status: 200, failure: null, complete: true });
    await server?.close();
    expect((await ask('other.registry.test', CERTIFICATE)).failure?.kind).toBe('certificate');
    expect(server?.requests).toEqual([]);
  });

  it('must be signed by somebody trusted', async () => {
    expect((await ask(NAME)).failure?.kind).toBe('certificate');
    expect(server?.requests).toEqual([]);
  });
});

describe('readRetryAfter', () => {
  const NOW = Date.UTC(2026, 7, 3, 10, 0, 0);
  it.each<[string | null, number | null]>([
    ['120', 120_000],
    ['0', 0],
    ['9999999999', 604_800_000],
    ['Mon, 03 Aug 2026 10:00:30 GMT', 30_000],
    ['Mon, 03 Aug 2026 09:00:00 GMT', 0],
    ['Mon, 99 Aug 2026 09:00:00 GMT', null],
    ['2026-08-03', null],
    ['-5', null],
    ['soon', null],
    ['', null],
    [null, null],
  ])('%j', (header, expected) => {
    expect(readRetryAfter(header, NOW)).toBe(expected);
  });
});
