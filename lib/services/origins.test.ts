import { afterEach, expect, test } from 'vitest';
import { one, sql } from '@/lib/db/connection';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { readAnnouncements } from '@/lib/db/read/announcements';
import { readLanes } from '@/lib/db/read/lanes';
import { readNetwork, readNetworks } from '@/lib/db/read/networks';
import { listQuestions } from './ask-question';
import { enqueueQuestion } from './enqueue-question';
import { sample, startRegistries, type TestRegistries } from './fixtures/test-registries';
import { addressIn, makeNetworks, TEXTS } from './soak/fixtures/soak-answers';

provideTestDatabase();

let site: TestRegistries | null = null;
afterEach(async () => {
  await site?.close();
  site = null;
});

const CYMRU = 'whois.cymru.com';
/** LACNIC's are the fourth fifth of the soak's networks. */
const FIRST_PLACE = 36;
const NETWORKS = makeNetworks(60).filter(({ kind }) => kind === 'lacnic');
const FIRSTS = NETWORKS.map(({ first }) => first);
const row = (address: string, prefix: string): string =>
  `64500 | ${address} | ${prefix} | AR | lacnic | 2009-02-13 | SAMPLE-AS, AR`;
const answer = (rows: readonly string[]): string =>
  `Bulk mode; whois.cymru.com [2026-11-24 12:00:00 +0000]\n${rows.join('\n')}\n`;

/** LACNIC, which knows twelve networks, and Team Cymru, which says this. */
async function start(bulk: string): Promise<TestRegistries> {
  const answers = Object.fromEntries(
    NETWORKS.map((network) => [network.first, TEXTS.lacnic.banner + TEXTS.lacnic.block(network)]),
  );
  const lacnic = { answers, row: { prefixes: ['198.18.0.0/15'] } };
  site = await startRegistries({ 'whois.lacnic.net': lacnic, [CYMRU]: { answers: { end: bulk } } });
  return site;
}

const bulkOf = (addresses: readonly string[]): string => ['begin', 'verbose', ...addresses, 'end'].join('\r\n');

test('who announces twelve networks is one question, with an address of each', async () => {
  const { ask, queries } = await start(answer(NETWORKS.map(({ first, prefix }) => row(first, prefix))));
  await ask(FIRSTS);
  expect(NETWORKS).toHaveLength(12);
  expect(queries(CYMRU)).toEqual([bulkOf(FIRSTS)]);
  const networks = readNetworks({ sort: 'range', show: 'all', limit: 20, offset: 0 }).networks;
  const announced = networks.map(({ id }) =>
    readAnnouncements(readNetwork(id)?.range ?? { family: 4, first: 0n, last: 0n }),
  );
  expect(announced).toEqual(
    Array(12).fill([{ asn: 64500, seen: true, name: 'SAMPLE-AS, AR', server: CYMRU, answerId: expect.any(Number) }]),
  );
});

test('a network inside a block that is known to be announced, or that an answer left out, is not asked about again', async () => {
  const [first = '', ...others] = FIRSTS;
  const { ask, queries } = await start(answer([row(first, '198.18.9.0/24')]));
  await ask([first, others[0] ?? '']);
  await ask(others.slice(1));
  const inBlock = FIRSTS.filter((address) => address.startsWith('198.18.9.'));
  expect(inBlock.length).toBeGreaterThan(1);
  expect(queries(CYMRU)).toEqual([
    bulkOf(FIRSTS.slice(0, 2)),
    bulkOf(FIRSTS.slice(2).filter((address) => !inBlock.includes(address))),
  ]);
});

test('more networks than one question holds are asked about in the next', async () => {
  const { settle, queries } = await start(answer([row('198.18.9.0', '198.18.9.0/26')]));
  const insert = sql().prepare(
    `INSERT INTO Network (registry, firstBytes, lastBytes, text, detailed, answerId, origin)
     VALUES ('lacnic', addressBytes(?), addressBytes(?), ?, 1, ?, 'user')`,
  );
  await site?.ask([FIRSTS[0] ?? '']);
  const answerId = one<{ id: number }>("SELECT id FROM Answer WHERE server = 'whois.lacnic.net'")?.id;
  sql().transaction(() => {
    for (let at = 0; at < 1_200; at++) {
      const text = `198.19.${at >> 8}.${at & 255}`;
      insert.run(text, text, text, answerId);
    }
  })();
  await site?.ask([FIRSTS[1] ?? '']);
  await settle();
  expect(queries(CYMRU).map((query) => query.split('\r\n').length - 3)).toEqual([1, 1_000, 201]);
});

test('the page of a network has the answer that came for many at once', async () => {
  const { ask, registries } = await start(answer(NETWORKS.map(({ first, prefix }) => row(first, prefix))));
  await ask(FIRSTS);
  const [network] = readNetworks({ sort: 'range', show: 'all', limit: 1, offset: 0 }).networks;
  const questions = listQuestions({ kind: 'network', id: network?.id ?? 0 }, Date.now(), registries);
  expect(questions.find(({ kind }) => kind === 'origin')).toMatchObject({
    standing: { state: 'answered', server: CYMRU },
    given: { networks: 1, status: 'found' },
  });
});

test('an address with refusals speaks for its network', async () => {
  const address = addressIn(FIRST_PLACE, 7);
  const { ask, queries } = await start(answer([row(address, '198.18.9.0/26')]));
  sql().prepare('INSERT INTO Address (bytes, text, events) VALUES (addressBytes(?), ?, 9)').run(address, address);
  await ask([FIRSTS[0] ?? '']);
  expect(queries(CYMRU)).toEqual([bulkOf([address])]);
});

test('an address whose registry stands still holds up nobody else', async () => {
  const lacnic = {
    answers: { [FIRSTS[0] ?? '']: TEXTS.lacnic.banner + NETWORKS.slice(0, 1).map(TEXTS.lacnic.block).join('') },
    faults: { '198.18.200.1': { denial: sample('ripe-denied-today') } },
    row: { prefixes: ['198.18.0.0/15'] },
  };
  const [first = ''] = FIRSTS;
  site = await startRegistries({
    'whois.lacnic.net': lacnic,
    'whois.apnic.net': { faults: lacnic.faults, row: { prefixes: ['198.18.200.0/24'] } },
    [CYMRU]: { answers: { end: answer([row(first, '198.18.9.0/26')]) } },
  });
  enqueueQuestion({ server: 'whois.apnic.net', kind: 'address', key: '198.18.200.1', depth: 0, asked: [] }, 0, 1_000);
  await site.askDue(1_000);
  await site.ask([first]);
  expect(site.queries(CYMRU)).toEqual([bulkOf([first])]);
});

const HOME = { kind: 'lacnic', first: '', last: '', handle: 'SK1', organisation: 'Soak 1 Ltd.' } as const;

test('what a registry at the site’s own address told of is nobody else’s business', async () => {
  const block = TEXTS.lacnic.banner + TEXTS.lacnic.block({ ...HOME, prefix: '41.1.2.0/24' });
  site = await startRegistries({
    'whois.lacnic.net': { answers: { '41.1.2.3': block }, row: { prefixes: ['41.0.0.0/8'] } },
  });
  await site.ask(['41.1.2.3']);
  expect(readNetworks({ sort: 'range', show: 'all', limit: 9, offset: 0 }).networks.map(({ text }) => text)).toEqual([
    '41.1.2.0/24',
  ]);
  expect(readLanes(0).map(({ name }) => name)).toEqual(['whois.lacnic.net']);
});
