import { afterEach, expect, test } from 'vitest';
import { sql } from '@/lib/db/connection';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { storeFacts, insertAnswer } from '@/lib/db/write/answers';
import { leaseJob } from '@/lib/db/write/jobs';
import { parseRange } from '@/lib/model';
import { createDirectory, createRdapDirectory } from '@/lib/registry';
import { askRegistry } from './ask-registry';
import { assignNewAddresses } from './assign-new-addresses';
import { saveDayLimits } from './day-budget';
import { startRegistries, type TestRegistries } from './fixtures/test-registries';
import { planQuestions } from './plan-questions';
import { addressIn, makeNetworks, placeOf } from './soak/fixtures/soak-answers';

provideTestDatabase();

let site: TestRegistries | null = null;
afterEach(async () => {
  await site?.close();
  site = null;
});

const NOW = Date.UTC(2026, 10, 24, 12);
const registries = (host: string) => {
  const overrides = { [host]: { address: '127.0.0.1', prefixes: ['198.18.0.0/15', '2001:db8::/32'] } };
  return { whois: createDirectory(overrides), rdap: createRdapDirectory(overrides) };
};
const RIPE = registries('whois.ripe.net');

function see(...addresses: ReadonlyArray<readonly [text: string, events: number]>): void {
  const insert = sql().prepare('INSERT INTO Address (bytes, text, events, lastMs) VALUES (addressBytes(?), ?, ?, 1)');
  sql().transaction(() => {
    for (const [text, events] of addresses) insert.run(text, text, events);
  })();
}

const waiting = () =>
  sql()
    .prepare("SELECT json_extract(payload, '$.key') FROM Job WHERE state = 'waiting' ORDER BY priority DESC, id")
    .pluck()
    .all();

let answers = 0;
/** A registry tells of a network. */
function tell(text: string): void {
  const range = parseRange(text);
  if (!range) throw new Error(text);
  answers++;
  const id = insertAnswer({
    publicId: `a${answers}`,
    server: 'whois.ripe.net',
    query: text,
    askedMs: NOW,
    sha256: String(answers),
    bytes: new Uint8Array(),
    text: '',
    status: 'found',
    source: 'live',
    origin: 'user',
  });
  const none = { organisations: [], contacts: [], references: [], listed: [], referral: null } as const;
  const network = { registry: 'ripe', range, name: null, organisation: null, contacts: [], fields: [] } as const;
  const rest = { abuseEmail: null, country: null, allocatedOn: null, updatedOn: null };
  storeFacts({ registry: 'ripe', status: 'found', ...none, networks: [{ ...network, ...rest }] }, id, 'user', {
    organisationKey: (name) => name,
    phoneE164: () => null,
  });
}

test('of addresses near each other one waits, the neighbourhood with most rejections first', () => {
  see(['198.18.1.1', 5], ['198.18.1.200', 4], ['198.18.2.1', 7], ['198.18.3.1', 1]);
  see(['2001:db8:0:1::1', 2], ['2001:db8:0:ffff::1', 1], ['2001:db8:1::1', 1]);
  planQuestions(NOW, RIPE);
  planQuestions(NOW, RIPE);
  expect(waiting()).toEqual(['198.18.1.1', '198.18.2.1', '2001:db8:0:1::1', '198.18.3.1', '2001:db8:1::1']);
});

test('a neighbour waits while its like is asked, and is asked when the answer did not cover it', async () => {
  site = await startRegistries({
    'whois.ripe.net': { answers: { '192.0.2.17': 'ripe-network' }, row: { prefixes: ['192.0.2.0/24'] } },
  });
  see(['192.0.2.17', 2], ['192.0.2.18', 1], ['192.0.2.200', 1]);
  planQuestions(NOW, site.registries);
  const job = leaseJob(NOW, 60_000, ['ask']);
  planQuestions(NOW, site.registries);
  expect(waiting()).toEqual([]);
  const context = { nowMs: () => NOW, renew: () => undefined, signal: new AbortController().signal };
  const outcome = job && (await askRegistry(job, context, site.registries));
  if (outcome?.kind === 'done') outcome.write();
  // 192.0.2.0/25 came: of the two that are left it covers one.
  expect(waiting().filter((key) => /^\d/.test(String(key)))).toEqual(['192.0.2.200']);
});

test('what an answer covers in the meantime is dropped unasked', () => {
  see(['198.18.1.1', 3], ['198.18.2.1', 2], ['198.18.9.1', 1]);
  planQuestions(NOW - 1, RIPE);
  expect(waiting()).toEqual(['198.18.1.1', '198.18.2.1', '198.18.9.1']);
  tell('198.18.0.0/22');
  planQuestions(NOW, RIPE);
  expect(waiting()).toEqual(['198.18.9.1']);
});

test('IANA is asked once for a block of its own, not for each address in it', async () => {
  const refer = '% IANA WHOIS server\n\nrefer:        whois.ripe.net\n\ninetnum:      198.18.0.0 - 198.19.255.255\n';
  site = await startRegistries({
    'whois.iana.org': { answers: { '198.18.1.1': refer, '198.18.2.1': refer } },
    'whois.ripe.net': { noMatch: '%ERROR:101: no entries found\n' },
  });
  see(['198.18.1.1', 1]);
  planQuestions(Date.now(), site.registries);
  await site.settle();
  see(['198.18.2.1', 1]);
  planQuestions(Date.now(), site.registries);
  await site.settle();
  expect(site.queries('whois.iana.org')).toEqual(['198.18.1.1']);
  expect(site.queries('whois.ripe.net').map((query) => query.split(' ').at(-1))).toEqual(['198.18.1.1', '198.18.2.1']);
});

test('20,000 new addresses of 400 networks cost 400 questions', () => {
  const networks = makeNetworks(400);
  see(...networks.flatMap((_, at) => Array.from({ length: 50 }, (__, index) => [addressIn(at, index), 1] as const)));
  let asked = 0;
  for (;;) {
    planQuestions(NOW, RIPE);
    const job = leaseJob(NOW, 1, ['ask']);
    if (!job) break;
    asked++;
    tell(networks[placeOf(job.key.slice('ask:address:'.length))]?.prefix ?? '');
    sql().prepare("UPDATE Job SET state = 'done', doneMs = ? WHERE id = ?").run(NOW, job.id);
  }
  expect(asked).toBe(400);
});

test('new addresses go to the smallest network around them', () => {
  for (const text of ['198.18.0.0/15', '198.18.1.0/24', '198.18.1.64/26', '2001:db8::/32']) tell(text);
  see(['198.18.1.70', 1], ['198.18.1.1', 1], ['198.19.0.1', 1], ['2001:db8::1', 1], ['203.0.113.9', 1]);
  assignNewAddresses();
  const rows = sql()
    .prepare('SELECT a.text, n.text FROM Address a LEFT JOIN Network n ON n.id = a.networkId ORDER BY a.id')
    .raw()
    .all();
  expect(rows).toEqual([
    ['198.18.1.70', '198.18.1.64/26'],
    ['198.18.1.1', '198.18.1.0/24'],
    ['198.19.0.1', '198.18.0.0/15'],
    ['2001:db8::1', '2001:db8::/32'],
    ['203.0.113.9', null],
  ]);
});

test('a lane that waits for midnight keeps no other from being asked', async () => {
  const ripe = 'whois.ripe.net';
  const noMatch = '%ERROR:101: no entries found\n';
  site = await startRegistries({
    [ripe]: { row: { prefixes: ['198.18.0.0/16'] }, noMatch },
    'whois.apnic.net': { row: { prefixes: ['198.19.0.0/16'] }, noMatch },
  });
  const at = { actor: 'owner', nowMs: NOW } as const;
  saveDayLimits(at, new Map([[ripe, '1']]), site.registries);
  const near = Array.from({ length: 256 }, (_, n) => [`198.18.${n}.1`, 9] as const);
  see(...near);
  planQuestions(NOW, site.registries);
  await site.settle(NOW);
  expect([site.queries(ripe).length, waiting().length]).toEqual([1, 255]);
  see(['198.19.1.1', 1], ['198.19.2.1', 1]);
  planQuestions(NOW, site.registries);
  await site.settle(NOW);
  expect(site.queries('whois.apnic.net').length).toBe(2);
});
