import { afterEach, expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { readContact } from '@/lib/db/read/contacts';
import { readNetwork, readNetworks } from '@/lib/db/read/networks';
import { readFailedQuestions, readLanes } from '@/lib/db/read/lanes';
import { readKeptAnswers } from '@/lib/db/read/kept-answers';
import { one, sql } from '@/lib/db/connection';
import { leaseJob } from '@/lib/db/write/jobs';
import { countQuestion } from '@/lib/db/write/lane-days';
import { listQuestions } from './ask-question';
import { askRegistry } from './ask-registry';
import { enqueueQuestion } from './enqueue-question';
import { sample, startRegistries, type TestRegistries } from './fixtures/test-registries';

provideTestDatabase();

let site: TestRegistries | null = null;
afterEach(async () => {
  await site?.close();
  site = null;
});

const ADDRESS = '198.18.51.40';
const PREFIX = { prefixes: ['198.18.0.0/15'] };

test('a network that APNIC mirrors is asked about at JPNIC, once, which knows its contacts', async () => {
  site = await startRegistries({
    'whois.apnic.net': { answers: { [ADDRESS]: 'apnic-mirrors-jpnic' }, row: PREFIX },
    'whois.nic.ad.jp': {
      answers: { [ADDRESS]: 'jpnic-network-en', '^XY12345JP': 'jpnic-pivot-no-match' },
    },
  });
  await site.ask([ADDRESS, '198.18.51.41']);

  expect(site.queries('whois.apnic.net')).toEqual([`-r -T inetnum,inet6num ${ADDRESS}`]);
  expect(site.queries('whois.nic.ad.jp')).toEqual([ADDRESS, '^XY12345JP']);
  const { networks } = readNetworks({ sort: 'range', show: 'all', limit: 10, offset: 0 });
  expect(networks.map(({ registry, text }) => [registry, text])).toEqual([['jpnic', '198.18.32.0/19']]);
  const network = readNetwork(networks[0]?.id ?? 0);
  expect(network).toMatchObject({ allocatedOn: '2011-03-01', abuseEmail: 'netadmin@crimson-relay.example' });
  const contact = readContact(network?.contacts[0]?.id ?? 0);
  expect(contact).toMatchObject({ registry: 'jpnic', handle: 'XY12345JP' });
});

const ARIN = '198.51.100.70';
const ARIN_WHOIS = { answers: { [ARIN]: 'arin-network' }, row: { prefixes: ['198.51.100.0/24'] } };
const search = (handle: string): string => `ips/reverse_search/entity?handle=${handle}`;
/** What came of the question which networks name a contact. */
function pivotOf(handle: string): string | undefined {
  const id = one<{ id: number }>('SELECT id FROM Contact WHERE handle = ?', handle)?.id ?? 0;
  const pivot = site && listQuestions({ kind: 'contact', id }, Date.now(), site.registries)[0];
  return pivot?.given?.status ?? pivot?.standing.state;
}

test('ARIN is asked by whois who holds an address, and by RDAP which networks name its contacts', async () => {
  site = await startRegistries(
    { 'whois.arin.net': ARIN_WHOIS },
    {
      'rdap.arin.net': [
        [search('SAMPL-ARIN'), sample('rdap-arin-reverse-search')],
        [search('GCAB-ARIN'), sample('rdap-arin-search-cut')],
      ],
    },
  );
  await site.ask([ARIN]);
  expect(site.queries('whois.arin.net')).toEqual([`n + ${ARIN}`]);
  expect(site.queries('rdap.arin.net')).toEqual(['help', search('SAMPL-ARIN'), search('GCAB-ARIN')]);
  expect([pivotOf('SAMPL-ARIN'), pivotOf('GCAB-ARIN')]).toEqual(['found', 'limited']);
});

test.each([
  [404, 'unsupported'],
  [501, 'unsupported'],
])('a search that is answered %s is %s, not "no networks"', async (status, expected) => {
  site = await startRegistries({ 'whois.arin.net': ARIN_WHOIS }, { 'rdap.arin.net': [['*', { status }]] });
  await site.ask([ARIN]);
  expect(pivotOf('SAMPL-ARIN')).toBe(expected);
});

test('a registry without the question is not asked it, and nothing of a site’s own server leaves the site', async () => {
  site = await startRegistries({ 'whois.arin.net': ARIN_WHOIS });
  await site.ask([ARIN]);
  expect([pivotOf('SAMPL-ARIN'), readLanes(0).map(({ name }) => name)]).toEqual(['obstacle', ['whois.arin.net']]);
});

test('an address that only the site’s own RDAP server answers for is asked there', async () => {
  site = await startRegistries({}, { 'rdap.arin.net': [[`ip/${ARIN}`, sample('rdap-arin-network')]] }, [
    '198.51.100.0/24',
  ]);
  await site.ask([ARIN, '198.51.100.71']);
  expect(site.queries('rdap.arin.net').filter((path) => path.startsWith('ip/'))).toEqual([`ip/${ARIN}`]);
  expect(readNetworks({ sort: 'range', show: 'all', limit: 9, offset: 0 }).networks[0]?.text).toBe('198.51.100.64/26');
});

/** The outcome of the only question that waits. */
async function askOnce(nowMs: number) {
  const job = leaseJob(nowMs, 60_000, ['ask']);
  if (!job || !site) throw new Error('nothing to ask');
  const context = { nowMs: () => nowMs, renew: () => undefined, signal: new AbortController().signal };
  return askRegistry(job, context, site.registries);
}

test.each([
  [{ 'retry-after': '120' }, 120_000],
  [{}, 60_000],
])('a registry that asks us to slow down, %j, is left alone for as long', async (headers, waitMs) => {
  site = await startRegistries(
    {},
    { 'rdap.arin.net': [['*', { status: 429, headers, body: '<html>Too Many Requests</html>' }]] },
  );
  enqueueQuestion({ server: 'rdap.arin.net', kind: 'pivot', key: 'SAMPL-ARIN', depth: 1, asked: [] }, 0, 1_000);
  const error = { key: 'registry.status.rate-limited', params: { server: 'rdap.arin.net' } };
  expect(await askOnce(1_000)).toMatchObject({ kind: 'later', error, laneNextMs: 1_000 + waitMs });
});

test('without a network the question by RDAP waits, blocked and explained', async () => {
  site = await startRegistries({}, { 'rdap.arin.net': [] });
  await site.close();
  enqueueQuestion({ server: 'rdap.arin.net', kind: 'pivot', key: 'SAMPL-ARIN', depth: 1, asked: [] }, 0, 1_000);
  expect(await askOnce(1_000)).toMatchObject({
    kind: 'later',
    blocked: true,
    error: { key: 'registry.failure.refused', params: { server: 'rdap.arin.net' } },
  });
});

const referTo = (host: string): string =>
  `% IANA WHOIS server\n\nrefer:        ${host}\n\ninetnum:      0.0.0.0 - 255.255.255.255\n`;
const IANA_ROW = { prefixes: ['0.0.0.0/0'] };

test.each([
  ['whois.nowhere.test', 'not-listed', ['whois.iana.org']],
  ['whois.iana.org', 'loop', ['whois.iana.org']],
])('a referral to %s ends as %s, in words', async (host, obstacle, servers) => {
  site = await startRegistries({ 'whois.iana.org': { answers: { [ARIN]: referTo(host) }, row: IANA_ROW } });
  await site.ask([ARIN]);
  expect(readFailedQuestions(9).map(({ subject, error }) => [subject, error])).toEqual([
    [ARIN, { key: `services.ask.referral.${obstacle}`, params: { server: 'whois.iana.org', host } }],
  ]);
  expect(readKeptAnswers({ limit: 9, offset: 0 }).answers.map(({ server }) => server)).toEqual(servers);
});

test('registries that send us round end in words, each asked once', async () => {
  const mirror = sample('apnic-mirrors-jpnic');
  site = await startRegistries({
    'whois.apnic.net': { answers: { [ADDRESS]: mirror }, row: PREFIX },
    'whois.nic.ad.jp': { answers: { [ADDRESS]: referTo('whois.apnic.net') } },
  });
  await site.ask([ADDRESS]);
  expect([site.queries('whois.apnic.net').length, site.queries('whois.nic.ad.jp').length]).toEqual([1, 1]);
  expect(readFailedQuestions(9).map(({ error }) => error?.key)).toEqual(['services.ask.referral.loop']);
});

const BOOTSTRAP = JSON.stringify({
  version: '1.0',
  services: [[['41.0.0.0/8'], ['https://rdap.afrinic.net/rdap/']]],
});

test('where IANA names a host that whois does not know, its list for RDAP is asked, once a day', async () => {
  const refer = referTo('whois.nowhere.test');
  const network = sample('rdap-arin-network').replaceAll('198.51.100', '41.1.2');
  site = await startRegistries(
    { 'whois.iana.org': { answers: { '41.1.2.70': refer, '41.9.9.9': refer, '8.8.8.8': refer } } },
    {
      'data.iana.org': [['ipv4.json', BOOTSTRAP]],
      'rdap.afrinic.net': [['ip/41.1.2.70', network]],
    },
  );
  await site.ask(['41.1.2.70', '41.9.9.9', '8.8.8.8']);
  expect(site.queries('data.iana.org')).toEqual(['ipv4.json']);
  expect(site.queries('rdap.afrinic.net')).toEqual(['ip/41.1.2.70', 'ip/41.9.9.9']);
  expect(readFailedQuestions(9).map(({ subject, error }) => [subject, error?.key])).toEqual([
    ['8.8.8.8', 'services.ask.nobody'],
  ]);
  const kept = readKeptAnswers({ limit: 99, offset: 0 }).answers;
  expect(kept.filter(({ server }) => server === 'data.iana.org').map(({ query, status }) => [query, status])).toEqual([
    ['ipv4.json', 'found'],
  ]);
});

test('an answer in part is kept, and asked again until it is whole', async () => {
  const whole = sample('ripe-network');
  const reduced = `${whole}\n% Query rate limit exceeded. Reduced information.\n`;
  site = await startRegistries({ 'whois.ripe.net': { answers: { [ADDRESS]: reduced }, row: PREFIX } });
  enqueueQuestion({ server: 'whois.ripe.net', kind: 'address', key: ADDRESS, depth: 0, asked: [] }, 0, 1_000);
  sql().prepare('INSERT INTO Address (bytes, text) VALUES (addressBytes(?1), ?1)').run({ 1: ADDRESS });
  const outcome = await askOnce(1_000);
  expect(outcome).toMatchObject({ kind: 'later', error: { key: 'registry.status.partial' } });
  if (outcome.kind === 'later') outcome.write?.();
  expect(readNetworks({ sort: 'range', show: 'all', limit: 9, offset: 0 }).networks.map((n) => n.detailed)).toEqual([
    false,
  ]);
});

test('a registry’s personal entries of a day are counted over its servers, and not asked for beyond', async () => {
  site = await startRegistries({}, { 'rdap.db.ripe.net': [['*', sample('rdap-ripe-contact')]] });
  const ask = (kind: 'contact', server: string, key: string, nowMs: number) =>
    enqueueQuestion({ server, kind, key, depth: 1, asked: [] }, 0, nowMs);
  countQuestion('whois.ripe.net', 999, 5_000);
  ask('contact', 'rdap.db.ripe.net', 'TH10-RIPE', 5_000);
  expect(await askOnce(5_000)).toMatchObject({ kind: 'done' });
  sql().prepare("UPDATE Job SET state = 'done'").run();
  ask('contact', 'rdap.db.ripe.net', 'TH11-RIPE', 5_000);
  const error = { key: 'services.ask.budget', params: { server: 'rdap.db.ripe.net', limit: 1_000 } };
  expect(await askOnce(5_000)).toMatchObject({ kind: 'later', blocked: true, retryMs: 86_400_000, error });
  expect(site.queries('rdap.db.ripe.net')).toEqual(['entity/TH10-RIPE']);
});

test('a worker told to end leaves the question as it was', async () => {
  site = await startRegistries({
    'whois.ripe.net': { answers: {}, faults: { '192.0.2.17': 'silent' }, row: { prefixes: ['192.0.2.0/24'] } },
  });
  enqueueQuestion({ server: 'whois.ripe.net', kind: 'address', key: '192.0.2.17', depth: 0, asked: [] }, 0, 1_000);
  const job = leaseJob(1_000, 60_000, ['ask']);
  const stop = new AbortController();
  const context = { nowMs: () => 1_000, renew: () => undefined, signal: stop.signal };
  const asking = job && askRegistry(job, context, site.registries);
  stop.abort();
  expect(await asking).toEqual({ kind: 'interrupted' });
});
