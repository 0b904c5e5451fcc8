import { afterEach, expect, test } from 'vitest';
import { one, sql } from '@/lib/db/connection';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { readAsn, readAsnBlocks } from '@/lib/db/read/asns';
import { readNetworks } from '@/lib/db/read/networks';
import { parseRange, UserError } from '@/lib/model';
import { askQuestion, listQuestions } from './ask-question';
import { type TestRegistries, sample, startRegistries } from './fixtures/test-registries';
import { lookUpBlock, standOfBlock } from './look-up-block';

provideTestDatabase();

let site: TestRegistries | null = null;
afterEach(async () => {
  await site?.close();
  site = null;
});

const ASN = { kind: 'asn', id: 64500 } as const;
const ANNOUNCED = 'announced-prefixes/data.json?resource=AS64500&sourceapp=ringleader';
const CYMRU =
  'Bulk mode; whois.cymru.com [2026-11-24 12:00:00 +0000]\n64500 | 192.0.2.0 | 192.0.2.0/24 | NL | ripencc | 2009-02-13 | SAMPLE-AS - Sample Networks, NL\n';
const context = () => ({ actor: 'owner', nowMs: Date.now() }) as const;
const blocks = () => readAsnBlocks(64500, { limit: 50, offset: 0 });
const short = () => blocks().map(({ text, events, network, inside }) => [text, events, network?.text ?? null, inside]);

/** RIPE knows one network of AS64500, whose blocks are asked about at RIPEstat and RADb. */
async function start(
  stat: string = sample('ripestat-announced'),
  radb = sample('irrd-routes'),
): Promise<TestRegistries> {
  site = await startRegistries(
    {
      'whois.ripe.net': {
        answers: { '192.0.2.17': 'ripe-network', '198.51.100.0': block('198.51.100.0', '198.51.100.255') },
        row: { prefixes: ['192.0.2.0/24', '198.51.100.0/24'] },
      },
      'whois.cymru.com': { answers: { end: CYMRU } },
      'whois.radb.net': { answers: { '!q': radb } },
    },
    { 'stat.ripe.net': [[ANNOUNCED, stat]] },
  );
  await site.ask(['192.0.2.17']);
  const see = sql().prepare('INSERT INTO Address (bytes, text, events) VALUES (addressBytes(?), ?, ?)');
  for (const [text, events] of [
    ['198.51.100.200', 5],
    ['198.51.100.3', 2],
    ['203.0.113.9', 9],
  ] as const)
    see.run(text, text, events);
  return site;
}

const block = (first: string, last: string): string =>
  `% This is the RIPE Database query service.\n\ninetnum:        ${first} - ${last}\nnetname:        SAMPLE-TWO\ncountry:        NL\nsource:         RIPE\n`;

async function askBoth({ registries, settle }: TestRegistries): Promise<void> {
  for (const kind of ['announced', 'routes']) askQuestion(context(), ASN, { kind, key: '64500' }, registries);
  await settle();
}

test('the blocks an AS announces and those registered for it are told apart, and make no networks', async () => {
  const site = await start();
  const before = one('SELECT count(*) AS n FROM Network');
  expect(readAsn(64500)).toMatchObject({ blocks: 1, seen: 1, unknown: 0, name: 'SAMPLE-AS - Sample Networks, NL' });
  await askBoth(site);
  expect(site.queries('stat.ripe.net')).toEqual([ANNOUNCED]);
  expect(site.queries('whois.radb.net')).toEqual(['!!\r\n!gAS64500\r\n!6AS64500\r\n!q']);
  expect(short()).toEqual([
    ['198.51.100.0/24', 7, null, 0],
    ['198.51.100.128/25', 5, null, 0],
    ['192.0.2.0/24', 0, null, 1],
    ['2001:db8:40::/44', 0, null, 0],
  ]);
  expect(readAsn(64500)).toMatchObject({ blocks: 4, seen: 4, unknown: 3 });
  expect(blocks()[0]?.told.map(({ server, seen }) => [server, seen])).toEqual([
    ['stat.ripe.net', true],
    ['whois.radb.net', false],
  ]);
  expect(one('SELECT count(*) AS n FROM Network')).toEqual(before);
  const given = listQuestions(ASN, Date.now(), site.registries).map(({ standing, given }) => [
    standing.state,
    given?.networks,
  ]);
  expect(given).toEqual([
    ['answered', 3],
    ['answered', 3],
  ]);
});

test('a block is looked up where a person asks, and then stands in a network', async () => {
  const site = await start();
  await askBoth(site);
  const range = parseRange('198.51.100.0/24');
  expect(lookUpBlock(context(), 64500, '198.51.100.0/24', site.registries)).toEqual({ server: 'whois.ripe.net' });
  expect(range && standOfBlock(range)).toEqual({ state: 'waiting', server: 'whois.ripe.net' });
  await site.settle();
  expect(range && standOfBlock(range)).toBe(null);
  expect(short().slice(0, 2)).toEqual([
    ['198.51.100.0/24', 7, '198.51.100.0/24', 1],
    ['198.51.100.128/25', 5, '198.51.100.0/24', 0],
  ]);
  expect(
    readNetworks({ sort: 'range', show: 'seen', limit: 9, offset: 0 }).networks.map(({ text, events }) => [
      text,
      events,
    ]),
  ).toEqual([['198.51.100.0/24', 7]]);
});

test('only blocks that an answer told of are looked up', async () => {
  const site = await start();
  const refusal = (text: string): string => {
    try {
      return lookUpBlock(context(), 64500, text, site.registries).server;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return error.sentence.key;
    }
  };
  expect(['203.0.113.0/24', '-V x', '192.0.2.0/24'].map(refusal)).toEqual([
    'services.question.unknown',
    'services.question.unknown',
    'whois.ripe.net',
  ]);
});

test('what the newest list leaves out is announced no more', async () => {
  const site = await start();
  await askBoth(site);
  const later = sql().prepare(
    `INSERT INTO Answer (publicId, server, query, askedMs, sha256, bytes, text, status, source, origin)
     VALUES ('later', 'stat.ripe.net', ?, ?, 'x', x'', '', 'empty', 'live', 'user')`,
  );
  later.run(ANNOUNCED, Date.now() + 1_000);
  expect(blocks().map(({ text, told }) => [text, told.map(({ server }) => server)])).toEqual([
    ['198.51.100.0/24', ['whois.radb.net']],
    ['198.51.100.128/25', ['whois.radb.net']],
    ['192.0.2.0/24', ['whois.cymru.com']],
    ['2001:db8:40::/44', ['whois.radb.net']],
  ]);
});

test.each([
  ['announced', sample('ripestat-none').replace('64501', '64500'), undefined, 'empty'],
  ['announced', sample('ripestat-error'), undefined, 'unsupported'],
  ['routes', undefined, sample('irrd-no-key'), 'empty'],
  ['routes', undefined, sample('irrd-error'), 'unsupported'],
])('%s: an answer without blocks, %#, is what it says', async (kind, stat, radb, status) => {
  const site = await start(stat, radb);
  await askBoth(site);
  const question = listQuestions(ASN, Date.now(), site.registries).find((one) => one.kind === kind);
  expect(question?.given?.status).toBe(status);
  expect(readAsn(64500)?.blocks).toBe(4);
});
