import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseAddress } from '@/lib/model';
import { decodeAnswer } from './decode';
import { createDirectory, type Directory } from './directory';
import { type RdapReply, type RdapServer, startRdapServer } from './fixtures/rdap-server';
import { type Fault, startWhoisServer, toAnswer, type WhoisServer } from './fixtures/whois-server';
import { judgeExchange, parseAnswer } from './parse-answer';
import { askRdap, readRdapAnswer, type RdapOptions } from './rdap';
import { createRdapDirectory } from './rdap-directory';
import { followReferral } from './referral';
import type { ServerRow } from './servers';
import { askWhois, type AskOptions } from './whois';

const sample = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, 'fixtures', `${name}.txt`), 'utf8');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const LIMITS: AskOptions = { deadlineMs: 10_000, maxBytes: 100_000 };

const running: Array<WhoisServer | RdapServer> = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

/** What became of one question: why it broke off, if it did, and its status. */
type Outcome = [failure: string | null, status: string];

async function whois(
  host: string,
  answer: Uint8Array,
  fault?: Fault,
  options: Partial<AskOptions> = {},
): Promise<Outcome> {
  const query = '198.51.100.33';
  const faults: Record<string, Fault> = fault === undefined ? {} : { [query]: fault };
  const server = await startWhoisServer({ answers: [toAnswer(host, query, answer)], faults });
  running.push(server);
  const row = rowOf(createDirectory({ [host]: { address: '127.0.0.1', port: server.port } }), host);
  const exchange = await askWhois(row, query, { ...LIMITS, ...options });
  const parsed = parseAnswer(decodeAnswer(exchange.bytes, row.charset), { server: host, query });
  return [exchange.failure?.kind ?? null, judgeExchange(exchange, parsed)];
}

function rowOf(directory: Directory, host: string): ServerRow {
  const row = directory.get(host);
  if (!row) throw new Error(`no row of ${host}`);
  return row;
}

async function rdap(asked: string, reply: RdapReply, options: Partial<RdapOptions> = {}): Promise<Outcome> {
  const host = 'rdap.arin.net';
  const server = await startRdapServer({ replies: [['/*', reply]] });
  running.push(server);
  const directory = createRdapDirectory({ [host]: { rdap: `http://${host}:${server.port}/`, address: '127.0.0.1' } });
  const row = directory.get(host);
  if (!row) throw new Error(`no row of ${host}`);
  const exchange = await askRdap(directory, row, asked, { ...LIMITS, ...options });
  return [exchange.failure?.kind ?? null, readRdapAnswer(exchange, asked).parsed.status];
}

const LACNIC = 'whois.lacnic.net';
const LOOKUP = 'ip/198.51.100.70';
const SEARCH = 'ips/reverse_search/entity?handle=SAMPL-ARIN';
const HTML = '<!doctype html><title>429 Too Many Requests</title>';

describe('what goes wrong at a whois server', () => {
  const answer = bytes(sample('lacnic-customer'));
  it.each<[string, Fault | undefined, Partial<AskOptions>, Outcome]>([
    ['nothing', undefined, {}, [null, 'found']],
    ['a denial for the day', { denial: sample('ripe-denied-today') }, {}, [null, 'denied']],
    ['a denial for good', { denial: sample('ripe-denied-permanently') }, {}, [null, 'denied']],
    ['too many connections', { denial: sample('ripe-too-many-connections') }, {}, [null, 'rate-limited']],
    ['a rate limit', { denial: sample('lacnic-rate-limited') }, {}, [null, 'rate-limited']],
    ['reduced information', { denial: sample('apnic-reduced') }, {}, [null, 'partial']],
    ['no entries', { denial: sample('ripe-no-entries') }, {}, [null, 'empty']],
    ['no match (NIC.br)', { denial: sample('nicbr-no-match') }, {}, [null, 'empty']],
    ['no match (TWNIC)', { denial: sample('twnic-no-match') }, {}, [null, 'empty']],
    ['an ambiguous query', { denial: sample('arin-ambiguous') }, {}, [null, 'unsupported']],
    ['a reset in mid-line', 'reset', {}, ['reset', 'truncated']],
    ['a denial and no line end', { denial: '%ERROR:201: access denied' }, {}, [null, 'denied']],
    ['an end in mid-line', { denial: 'inetnum:     198.51' }, {}, [null, 'truncated']],
    ['a slow drip', 'drip', { deadlineMs: 300 }, ['timeout', 'truncated']],
    ['a giant', 'giant', { maxBytes: 50_000 }, ['too-big', 'truncated']],
    ['silence', 'silent', { deadlineMs: 200 }, ['timeout', 'failed']],
    ['an empty answer', 'empty', {}, [null, 'failed']],
    ['a banner alone', 'banner-only', {}, [null, 'failed']],
    ['a web page', { denial: '<html>No match!! is what it says</html>\n' }, {}, [null, 'failed']],
  ])('%s', async (_, fault, options, expected) => {
    expect(await whois(LACNIC, answer, fault, options)).toEqual(expected);
  });

  it('another charset than declared, or two, spoils no other line', async () => {
    const latin = Uint8Array.from(sample('lacnic-customer'), (character) => character.charCodeAt(0) & 0xff);
    const mixed = Uint8Array.from([...latin, ...bytes('\n% Ñandú\n')]);
    expect(await whois(LACNIC, mixed)).toEqual([null, 'found']);
    const owner = parseAnswer(decodeAnswer(mixed, 'utf-8')).networks[0]?.organisation?.name;
    expect(owner).toBe('Imprenta Ñandú S.A.');
  });
});

describe('what goes wrong at an RDAP server', () => {
  const page = (status: number, body = HTML, headers = {}): RdapReply => ({ status, body, headers });
  const network = sample('rdap-arin-network');
  it.each<[string, string, RdapReply, Partial<RdapOptions>, Outcome]>([
    ['nothing', LOOKUP, network, {}, [null, 'found']],
    ['429 with a web page', LOOKUP, page(429), {}, [null, 'rate-limited']],
    ['429 with Retry-After', SEARCH, page(429, HTML, { 'retry-after': '60' }), {}, [null, 'rate-limited']],
    ['503', LOOKUP, page(503), {}, [null, 'rate-limited']],
    ['403', LOOKUP, page(403), {}, [null, 'denied']],
    ['500', LOOKUP, page(500), {}, [null, 'failed']],
    ['404 to a look-up', LOOKUP, page(404, '{"errorCode":404}'), {}, [null, 'empty']],
    ['404 without a body', LOOKUP, page(404, ''), {}, [null, 'empty']],
    ['404 of a web server that knows no such page', LOOKUP, page(404), {}, [null, 'failed']],
    ['404 to a search', SEARCH, page(404, '{"errorCode":404}'), {}, [null, 'unsupported']],
    ['400 to a search', SEARCH, page(400), {}, [null, 'unsupported']],
    ['501 to a search', SEARCH, page(501), {}, [null, 'unsupported']],
    ['a search that finds nothing', SEARCH, sample('rdap-search-empty'), {}, [null, 'empty']],
    ['a search that the registry cuts', SEARCH, sample('rdap-arin-search-cut'), {}, [null, 'limited']],
    ['a search cut because of load', SEARCH, sample('rdap-arin-search-loaded'), {}, [null, 'partial']],
    ['an error inside 200', LOOKUP, sample('rdap-error-in-200'), {}, [null, 'empty']],
    ['RIPE’s error inside 200', LOOKUP, sample('ripe-rest-denied-in-200'), {}, [null, 'denied']],
    ['a rate limit inside 200', LOOKUP, sample('rdap-rate-limited'), {}, [null, 'rate-limited']],
    ['a web page with 200', LOOKUP, page(200), {}, [null, 'failed']],
    ['whois with 200', LOOKUP, page(200, sample('ripe-network')), {}, [null, 'failed']],
    ['JSON that is not RDAP', LOOKUP, page(200, '{"hello":1}'), {}, [null, 'failed']],
    ['an empty answer', LOOKUP, { fault: 'empty' }, {}, [null, 'failed']],
    ['terms alone', LOOKUP, '{"rdapConformance":["rdap_level_0"],"notices":[]}', {}, [null, 'failed']],
    ['a reset in mid-line', LOOKUP, { fault: 'reset', body: network }, {}, ['reset', 'truncated']],
    ['an end in mid-line', LOOKUP, { fault: 'cut', body: network }, {}, [null, 'truncated']],
    ['a slow drip', LOOKUP, { fault: 'drip', body: network }, { deadlineMs: 300 }, ['timeout', 'truncated']],
    ['a giant', LOOKUP, { fault: 'giant' }, { maxBytes: 50_000 }, ['too-big', 'truncated']],
    ['silence', LOOKUP, { fault: 'silent' }, { deadlineMs: 200 }, ['timeout', 'failed']],
    ['compression nobody asked for', LOOKUP, { fault: 'gzip' }, {}, ['protocol', 'failed']],
    ['no HTTP at all', LOOKUP, { fault: 'garbage' }, {}, ['protocol', 'failed']],
    ['a redirect without a place', LOOKUP, page(302), {}, [null, 'failed']],
  ])('%s', async (_, asked, reply, options, expected) => {
    expect(await rdap(asked, reply, options)).toEqual(expected);
  });

  it('bytes that are no UTF-8 spoil no other value', async () => {
    const [before, after] = network.split('100 Sample Avenue');
    const body = Uint8Array.from([...bytes(before ?? ''), 0xe9, 0xff, ...bytes(after ?? '')]);
    expect(await rdap(LOOKUP, { status: 200, body })).toEqual([null, 'found']);
  });
});

describe('referrals of a whois server', () => {
  const ASKED = '41.1.2.3';

  /** Asks IANA, then whomever the answers name, as long as that is allowed; each host and how it ended. */
  async function walk(
    referrals: Readonly<Record<string, string>>,
    resolve: (host: string) => Promise<string[]>,
  ): Promise<string[]> {
    const overrides: Record<string, unknown> = {};
    for (const [host, to] of Object.entries(referrals)) {
      const text = `% IANA WHOIS server\n\nrefer:        ${to}\n\nsource:       IANA\n`;
      const server = await startWhoisServer({ answers: [toAnswer(host, ASKED, bytes(text))] });
      running.push(server);
      overrides[host] = { address: '127.0.0.1', port: server.port };
    }
    const directory = createDirectory(overrides);
    const steps: string[] = [];
    const asked: string[] = [];
    let row = rowOf(directory, 'whois.iana.org');
    for (;;) {
      asked.push(row.host);
      const exchange = await askWhois(row, ASKED, { ...LIMITS, resolve });
      if (exchange.failure) return [...steps, `${row.host}: ${exchange.failure.kind} ${exchange.failure.detail}`];
      const { referral } = parseAnswer(decodeAnswer(exchange.bytes, row.charset), { server: row.host });
      steps.push(row.host);
      if (referral === null) return [...steps, 'no referral'];
      const next = followReferral(directory, referral, asked, parseAddress(ASKED) ?? undefined);
      if ('obstacle' in next) return [...steps, next.obstacle];
      row = next.row;
    }
  }

  const nobody = (): Promise<string[]> => Promise.reject(new Error('no name is to be resolved'));
  const IANA = 'whois.iana.org';
  it.each<[string, Record<string, string>, string[]]>([
    ['to 127.0.0.1', { [IANA]: '127.0.0.1' }, [IANA, 'not-listed']],
    ['to the metadata service', { [IANA]: '169.254.169.254' }, [IANA, 'not-listed']],
    ['to a mapped address', { [IANA]: '::ffff:10.0.0.1' }, [IANA, 'no referral']],
    ['to rwhois', { [IANA]: 'rwhois://rwhois.granite.example:4321' }, [IANA, 'no referral']],
    ['to a host that is no registry', { [IANA]: 'whois.evil.test' }, [IANA, 'not-listed']],
    ['to itself', { [IANA]: IANA }, [IANA, 'loop']],
    [
      'in a loop',
      { [IANA]: 'whois.arin.net', 'whois.arin.net': 'whois.ripe.net', 'whois.ripe.net': 'whois.arin.net' },
      [IANA, 'whois.arin.net', 'whois.ripe.net', 'loop'],
    ],
    [
      'without end',
      {
        [IANA]: 'whois.arin.net',
        'whois.arin.net': 'whois.ripe.net',
        'whois.ripe.net': 'whois.apnic.net',
        'whois.apnic.net': 'whois.afrinic.net',
      },
      [IANA, 'whois.arin.net', 'whois.ripe.net', 'whois.apnic.net', 'too-many-hops'],
    ],
  ])('%s', async (_, referrals, expected) => {
    expect(await walk(referrals, nobody)).toEqual(expected);
  });

  it.each(['127.0.0.1', '169.254.169.254', '::ffff:10.0.0.1', '64:ff9b::7f00:1'])(
    'to a registry whose name leads to %s end there',
    async (address) => {
      expect(await walk({ [IANA]: 'whois.afrinic.net' }, async () => [address])).toEqual([
        IANA,
        `whois.afrinic.net: forbidden-address ${address}`,
      ]);
    },
  );
});
