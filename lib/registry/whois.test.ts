import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { decodeAnswer } from './decode';
import { createDirectory } from './directory';
import { encodeIso2022Jp } from './fixtures/iso-2022-jp';
import { toAnswer, startWhoisServer, type Fault, type WhoisServer } from './fixtures/whois-server';
import { judgeExchange, parseAnswer } from './parse-answer';
import { questionText } from './questions';
import type { ServerRow } from './servers';
import { askWhois, type AskOptions, type Exchange } from './whois';

const HOST = 'whois.nic.ad.jp';
const sample = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, 'fixtures', `${name}.txt`), 'utf8');
const ANSWERS = [
  toAnswer(HOST, '198.18.120.0/23', encodeIso2022Jp(sample('jpnic-network-ja'))),
  toAnswer(HOST, '^XY12345JP', encodeIso2022Jp(sample('jpnic-pivot-en'))),
];
const LIMITS: AskOptions = { deadlineMs: 10_000, maxBytes: 100_000 };

let server: WhoisServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function start(faults: Record<string, Fault> = {}): Promise<ServerRow> {
  server = await startWhoisServer({ answers: ANSWERS, faults });
  return rowOf({ [HOST]: { address: '127.0.0.1', port: server.port } });
}

function rowOf(overrides: unknown, host = HOST): ServerRow {
  const row = createDirectory(overrides).get(host);
  if (!row) throw new Error(`no row of ${host}`);
  return row;
}

function judge(exchange: Exchange): string {
  return judgeExchange(exchange, parseAnswer(decodeAnswer(exchange.bytes, 'iso-2022-jp'), { server: HOST }));
}

describe('askWhois over TCP', () => {
  it('fetches an answer in ISO-2022-JP, whole', async () => {
    const exchange = await askWhois(await start(), '198.18.121.7', LIMITS);
    expect(exchange).toMatchObject({ complete: true, failure: null, address: '127.0.0.1' });
    expect(decodeAnswer(exchange.bytes, 'iso-2022-jp')).toBe(sample('jpnic-network-ja'));
    expect(judge(exchange)).toBe('found');
    expect(server?.queries).toEqual(['198.18.121.7']);
  });

  it('asks Team Cymru for many addresses in one bulk question', async () => {
    const cymru = 'whois.cymru.com';
    server = await startWhoisServer({
      answers: [toAnswer(cymru, 'end', new TextEncoder().encode(sample('cymru-bulk')))],
    });
    const row = rowOf({ [cymru]: { address: '127.0.0.1', port: server.port } }, cymru);
    const query = questionText(row, { kind: 'origins', key: '192.0.2.17 2001:DB8:70::1' }) ?? '';
    const { bytes } = await askWhois(row, query.split('\n'), LIMITS);
    expect(server.queries).toEqual(['begin\r\nverbose\r\n192.0.2.17\r\n2001:db8:70::1\r\nend']);
    expect(parseAnswer(decodeAnswer(bytes, row.charset)).origins?.map(({ asn }) => asn)).toEqual([
      64500,
      64501,
      64502,
      null,
      64503,
    ]);
  });

  it('is not asked with a line end inside a query', async () => {
    const row = await start();
    await expect(askWhois(row, '198.18.121.7\r\n^XY12345JP', LIMITS)).rejects.toThrow('printable ASCII');
    expect(server?.queries).toEqual([]);
  });

  const KEY = '^XY12345JP';
  it.each<[string, Fault, Partial<AskOptions>, string | null, string]>([
    ['a reset in mid-line', 'reset', {}, 'reset', 'truncated'],
    ['a slow drip', 'drip', { deadlineMs: 300 }, 'timeout', 'truncated'],
    ['a server that says nothing', 'silent', { deadlineMs: 200 }, 'timeout', 'failed'],
    ['a giant answer', 'giant', { maxBytes: 50_000 }, 'too-big', 'truncated'],
    ['an empty answer', 'empty', {}, null, 'failed'],
    ['a banner alone', 'banner-only', {}, null, 'failed'],
    ['an answer without its last line end', { denial: 'a. [JPNIC Handle] XY12345JP' }, {}, null, 'truncated'],
    ['a denial', { denial: '%ERROR:201: access denied for 192.0.2.1\n' }, {}, null, 'denied'],
  ])('tells apart %s', async (_, fault, options, kind, status) => {
    const exchange = await askWhois(await start({ [KEY]: fault }), KEY, { ...LIMITS, ...options });
    expect(exchange.failure?.kind ?? null).toBe(kind);
    expect(judge(exchange)).toBe(status);
  });

  it('keeps the bytes of an answer that broke off, and no more than allowed', async () => {
    const row = await start({ [KEY]: 'reset', '198.18.121.7': 'giant' });
    const half = await askWhois(row, KEY, LIMITS);
    const whole = encodeIso2022Jp(sample('jpnic-pivot-en'));
    expect(half.bytes).toEqual(whole.subarray(0, Math.floor(whole.length / 2)));
    expect((await askWhois(row, '198.18.121.7', { ...LIMITS, maxBytes: 50_000 })).bytes.length).toBe(50_000);
  });

  it('says that nobody listens', async () => {
    const row = await start();
    await server?.close();
    server = null;
    expect((await askWhois(row, KEY, LIMITS)).failure).toEqual({ kind: 'refused', detail: 'ECONNREFUSED' });
  });

  it('rejects with the reason when it is aborted', async () => {
    const row = await start({ [KEY]: 'silent' });
    const stop = new AbortController();
    const asked = askWhois(row, KEY, { ...LIMITS, signal: stop.signal });
    stop.abort(new Error('shutting down'));
    await expect(asked).rejects.toThrow('shutting down');
  });
});

describe('askWhois and forbidden addresses', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:127.0.0.1',
    '::7f00:1',
    '64:ff9b::a00:1',
    '2002:7f00:1::1',
    'fd00:ec2::254',
    'fe80::1',
    'not-an-address',
  ])('makes no connection to %s, not even next to a public one', async (address) => {
    await start();
    const row = { ...rowOf({}), port: server?.port ?? 0 };
    const resolve = async (): Promise<string[]> => ['192.88.99.1', address];
    const exchange = await askWhois(row, '198.18.121.7', { ...LIMITS, resolve });
    expect(exchange).toEqual({
      bytes: new Uint8Array(),
      complete: false,
      failure: { kind: 'forbidden-address', detail: address },
      address,
    });
    expect(server?.queries).toEqual([]);
  });

  it('refuses them for an overridden row without an address of its own', async () => {
    await start();
    const row = rowOf({ 'evil.test': { port: server?.port } }, 'evil.test');
    const exchange = await askWhois(row, '198.18.121.7', { ...LIMITS, resolve: async () => ['127.0.0.1'] });
    expect(exchange.failure?.kind).toBe('forbidden-address');
    expect(server?.queries).toEqual([]);
  });

  it.each([
    ['EAI_AGAIN', 'no-route'],
    ['ENOTFOUND', 'unresolved'],
  ])('a resolver that says %s is %s', async (code, kind) => {
    const resolve = (): Promise<string[]> => Promise.reject(Object.assign(new Error(code), { code }));
    expect((await askWhois(rowOf({}), '198.18.121.7', { ...LIMITS, resolve })).failure).toEqual({ kind, detail: code });
  });

  it('a resolver that never answers ends at the deadline', async () => {
    const resolve = (): Promise<string[]> => new Promise(() => undefined);
    const exchange = await askWhois(rowOf({}), '198.18.121.7', { ...LIMITS, deadlineMs: 50, resolve });
    expect(exchange.failure).toEqual({ kind: 'timeout', detail: HOST });
  });
});

const CLIENT = '/usr/bin/whois';
const client = existsSync(CLIENT) ? "Debian's whois client" : `our own client (${CLIENT} is not installed)`;

describe(`the fixture registry, read by ${client}`, () => {
  async function ask(query: string): Promise<string> {
    const row = await start();
    if (!existsSync(CLIENT)) return decodeAnswer((await askWhois(row, query, LIMITS)).bytes, row.charset);
    const { stdout } = await promisify(execFile)(CLIENT, ['-h', '127.0.0.1', '-p', String(row.port), query], {
      encoding: 'buffer',
    });
    return decodeAnswer(stdout, row.charset);
  }

  it.each([
    ['198.18.121.7', 'jpnic-network-ja'],
    ['198.18.120.0/23/e', 'jpnic-network-ja'],
    ['^xy12345jp', 'jpnic-pivot-en'],
    ['^XY12345JP/e', 'jpnic-pivot-en'],
  ])('answers %s', async (query, name) => {
    expect((await ask(query)).trimEnd()).toBe(sample(name).trimEnd());
  });

  it('says "no match" to what it does not know', async () => {
    expect(parseAnswer(await ask('203.0.113.200'), { server: HOST }).status).toBe('empty');
  });
});
