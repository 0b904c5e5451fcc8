import { afterEach, expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { addTwoCompanies } from '@/lib/db/fixtures/two-companies';
import { sql } from '@/lib/db/connection';
import { readNetworks } from '@/lib/db/read/networks';
import { leaseJob } from '@/lib/db/write/jobs';
import { UserError } from '@/lib/model';
import { createDirectory, createRdapDirectory } from '@/lib/registry';
import { askQuestion, listQuestions } from './ask-question';
import type { Context } from './context';
import { enqueueQuestion, type Question } from './enqueue-question';
import { sample, startRegistries, type TestRegistries } from './fixtures/test-registries';
import type { Subject } from './name-questions';

provideTestDatabase();

let played: TestRegistries | null = null;
afterEach(async () => {
  await played?.close();
  played = null;
});

const NOW = Date.UTC(2026, 10, 24, 12);
const context: Context = { actor: 'owner', nowMs: NOW };

const site = (overrides: unknown = {}) => ({ whois: createDirectory(overrides), rdap: createRdapDirectory(overrides) });

const questions = (subject: Subject, registries = site()) =>
  listQuestions(subject, NOW, registries).map(({ kind, key, standing }) => [
    kind,
    key,
    standing.state === 'obstacle' ? standing.obstacle : standing.state,
  ]);

function check(subject: Subject, kind: string, key: string, expected: string, registries = site()): void {
  let outcome: string;
  try {
    outcome = askQuestion(context, subject, { kind, key }, registries).server;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    outcome = error.sentence.key;
  }
  expect(outcome).toBe(expected);
}

test('a contact, an organisation and a network have their questions, each with where it stands', () => {
  const { contacts, organisations, networks } = addTwoCompanies();
  expect(questions({ kind: 'contact', id: contacts.harbor })).toEqual([
    ['pivot', 'HM00001JP', 'open'],
    ['contact', 'HM00001JP', 'open'],
    ['pivot-name', 'Example, Person', 'not-offered'],
  ]);
  expect(questions({ kind: 'organisation', id: organisations.harbor })).toEqual([
    ['pivot-organisation', '', 'not-offered'],
  ]);
  expect(questions({ kind: 'network', id: networks.harbor })).toEqual([
    ['network', '203.0.113.16/28', 'open'],
    ['inside', '203.0.113.16/28', 'not-offered'],
    ['around', '203.0.113.16/28', 'not-offered'],
    ['origin', '203.0.113.16', 'open'],
  ]);
});

test('what a person asks is asked once, before everything that follows by itself', () => {
  const { contacts } = addTwoCompanies();
  const harbor: Subject = { kind: 'contact', id: contacts.harbor };
  const pivot: Question = { kind: 'pivot', key: 'OTHER1JP', depth: 1, asked: [], server: 'whois.nic.ad.jp' };
  enqueueQuestion(pivot, 999_999, NOW);
  check(harbor, 'pivot', 'HM00001JP', 'whois.nic.ad.jp');
  check(harbor, 'pivot', 'HM00001JP', 'services.question.waits');
  expect(listQuestions(harbor, NOW, site())[0]?.standing).toEqual({
    state: 'waiting',
    server: 'whois.nic.ad.jp',
    place: 1,
    error: null,
  });
  const job = leaseJob(NOW, 1000, ['ask']);
  expect(JSON.parse(job?.payload ?? '{}')).toEqual({ ...pivot, key: 'HM00001JP' });
  expect(listQuestions(harbor, NOW, site())[0]?.standing.state).toBe('running');
});

test('not what does not exist, is answered, is not offered, or is of the sample', () => {
  const { contacts, networks } = addTwoCompanies();
  const crimson: Subject = { kind: 'contact', id: contacts.crimson };
  sql()
    .prepare('UPDATE Answer SET askedMs = ?')
    .run(NOW - 1000);
  check(crimson, 'pivot', 'XY12345JP', 'services.question.holds');
  check(crimson, 'pivot', 'HM00001JP', 'services.question.unknown');
  check({ kind: 'contact', id: 9999 }, 'pivot', 'XY12345JP', 'services.contact.unknown');
  check({ kind: 'organisation', id: 9999 }, 'pivot-organisation', '', 'services.organisation.unknown');
  check({ kind: 'network', id: 9999 }, 'inside', '', 'services.network.unknown');
  check({ kind: 'network', id: networks.harbor }, 'inside', '203.0.113.16/28', 'services.question.not-offered');
  const harbor: Subject = { kind: 'contact', id: contacts.harbor };
  const off = site({ 'whois.nic.ad.jp': { pivot: false } });
  check(harbor, 'pivot', 'HM00001JP', 'services.question.switched-off', off);
  expect(leaseJob(NOW, 1000, ['ask'])).toBeNull();
});

test('nothing of the sample is asked, and what it answered is shown', () => {
  const { contacts } = addTwoCompanies('sample');
  check({ kind: 'contact', id: contacts.harbor }, 'pivot', 'HM00001JP', 'services.question.sample');
  expect(questions({ kind: 'contact', id: contacts.harbor })[0]).toEqual(['pivot', 'HM00001JP', 'sample']);
  expect(questions({ kind: 'contact', id: contacts.crimson })[0]).toEqual(['pivot', 'XY12345JP', 'answered']);
});

/** The only contact of a registry, and where the question for its networks stands. */
function standing(registry: string, handle: string, overrides: unknown): string {
  addTwoCompanies();
  sql().prepare('UPDATE Contact SET registry = ?, handle = ? WHERE handle = ?').run(registry, handle, 'HM00001JP');
  const id = sql().prepare('SELECT id FROM Contact WHERE handle = ?').pluck().get(handle);
  return questions({ kind: 'contact', id: Number(id) }, site(overrides))[0]?.[2] ?? '';
}

test.each([
  ['jpnic', 'HM00002JP', {}, 'open'],
  ['jpnic', 'HM00002JP', { 'whois.nic.ad.jp': { pivot: false } }, 'switched-off'],
  ['jpnic', '../x', {}, 'refused-key'],
  ['arin', 'SAMPL-ARIN', {}, 'open'],
  ['arin', 'SAMPL-ARIN', { 'rdap.arin.net': { pivot: false } }, 'switched-off'],
  ['ripe', 'SAMPLE-MNT', {}, 'open'],
  ['krnic', 'net@hanbit.example', {}, 'not-offered'],
  ['lacnic', 'SAM1', {}, 'not-offered'],
  ['afrinic', 'SAM1-AFRINIC', {}, 'not-offered'],
])('%s %s with %j stands at %s', (registry, handle, overrides, expected) => {
  expect(standing(registry, handle, overrides)).toBe(expected);
});

/** A network and a contact that RIPE told of. */
async function playRipe(answers: Record<string, string>): Promise<Subject> {
  played = await startRegistries({
    'whois.ripe.net': {
      answers: { '192.0.2.17': 'ripe-network', ...answers },
      row: { prefixes: ['192.0.2.0/24'] },
      noMatch: '%ERROR:101: no entries found\n',
    },
  });
  await played.ask(['192.0.2.17']);
  const [network] = readNetworks({ sort: 'range', show: 'all', limit: 9, offset: 0 }).networks;
  return { kind: 'network', id: network?.id ?? 0 };
}

/** Asks, lets it be answered, and tells what came of it. */
async function askAndTell(subject: Subject, kind: string, key: string) {
  if (!played) throw new Error('no registry');
  askQuestion({ actor: 'owner', nowMs: Date.now() }, subject, { kind, key }, played.registries);
  await played.settle();
  const found = listQuestions(subject, Date.now(), played.registries).find((one) => one.kind === kind);
  const { status, networks, fresh } = found?.given ?? {};
  return [found?.standing.state, status, networks, fresh];
}

test('networks inside one are kept as named only, and counted', async () => {
  const subject = await playRipe({});
  played?.queries('whois.ripe.net');
  const { text } = readNetworks({ sort: 'range', show: 'all', limit: 9, offset: 0 }).networks[0] ?? { text: '' };
  await played?.close();
  played = await startRegistries({
    'whois.ripe.net': { answers: { [text]: 'ripe-inside' }, row: { prefixes: ['192.0.2.0/24'] } },
  });
  expect(await askAndTell(subject, 'inside', text)).toEqual(['answered', 'found', 2, 1]);
  const { networks } = readNetworks({ sort: 'range', show: 'all', limit: 9, offset: 0 });
  expect(networks.map(({ detailed }) => detailed)).toEqual([true, false]);
  expect(played.queries('whois.ripe.net')).toEqual([`-r -T inetnum,inet6num -M ${text}`]);
});

test('"no entries" is an answer of its own', async () => {
  const subject = await playRipe({});
  const { text } = readNetworks({ sort: 'range', show: 'all', limit: 9, offset: 0 }).networks[0] ?? { text: '' };
  await played?.close();
  played = await startRegistries({ 'whois.ripe.net': { noMatch: '%ERROR:101: no entries found\n' } });
  expect(await askAndTell(subject, 'inside', text)).toEqual(['answered', 'empty', 0, 0]);
});

test('ARIN’s list is cut by its own limit, and that is said', async () => {
  played = await startRegistries(
    { 'whois.arin.net': { answers: { '198.51.100.70': 'arin-network' }, row: { prefixes: ['198.51.100.0/24'] } } },
    { 'rdap.arin.net': [['ips/reverse_search/entity?handle=GRCL', sample('rdap-arin-search-cut')]] },
  );
  await played.ask(['198.51.100.70']);
  const id = Number(sql().prepare("SELECT id FROM Organisation WHERE handle = 'GRCL'").pluck().get());
  const [state, status, networks] = await askAndTell({ kind: 'organisation', id }, 'pivot-organisation', 'GRCL');
  expect([state, status]).toEqual(['answered', 'limited']);
  expect(networks).toBeGreaterThan(0);
});

test('a person’s entry is counted by RIPE, and the page can say so', () => {
  addTwoCompanies();
  sql().prepare("UPDATE Contact SET registry = 'ripe', handle = 'TH10-RIPE' WHERE handle = 'HM00001JP'").run();
  sql()
    .prepare("INSERT INTO LaneDay (lane, day, questions, personal) VALUES ('rdap.db.ripe.net', ?, 5, 12)")
    .run(Math.floor(NOW / 86_400_000));
  const id = Number(sql().prepare("SELECT id FROM Contact WHERE handle = 'TH10-RIPE'").pluck().get());
  expect(listQuestions({ kind: 'contact', id }, NOW, site()).map(({ kind, personal }) => [kind, personal])).toEqual([
    ['pivot', null],
    ['contact', { limit: 1000, left: 988 }],
    ['pivot-name', null],
  ]);
});
