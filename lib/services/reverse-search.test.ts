import { afterEach, expect, test } from 'vitest';
import { sql } from '@/lib/db/connection';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { addTwoCompanies } from '@/lib/db/fixtures/two-companies';
import { readKeptAnswers } from '@/lib/db/read/kept-answers';
import { readLanes } from '@/lib/db/read/lanes';
import type { RdapReply } from '@/lib/registry/fixtures/rdap-server';
import { UserError } from '@/lib/model';
import { askQuestion, listQuestions } from './ask-question';
import { saveDayLimits } from './day-budget';
import { sample, startRegistries, type TestRegistries } from './fixtures/test-registries';
import type { Subject } from './name-questions';

provideTestDatabase();

let site: TestRegistries | null = null;
afterEach(async () => {
  await site?.close();
  site = null;
});

const NOW = Date.UTC(2026, 10, 24, 12);
const DAY = 86_400_000;
const ARIN = 'rdap.arin.net';
const FN = 'ips/reverse_search/entity?fn=Person%20Example';
const EMAIL = 'ips/reverse_search/entity?email=noc%2Bx%40granite.example';
const HANDLE = 'ips/reverse_search/entity?handle=OTHER-ARIN';

const property = (name: string) => ({
  searchableResourceType: 'ips',
  relatedResourceType: 'entity',
  property: name,
});
const help = (...properties: string[]): string =>
  JSON.stringify({
    rdapConformance: ['rdap_level_0', 'reverse_search'],
    reverse_search_properties: properties.map(property),
  });

/** A contact with a name and an e-mail address. */
function addContact(registry = 'arin', name = 'Example, Person', email = 'noc+x@granite.example'): Subject {
  const { contacts } = addTwoCompanies();
  sql()
    .prepare(
      "UPDATE Contact SET registry = ?, handle = 'OTHER-ARIN', kind = 'person', name = ?, email = ? WHERE id = ?",
    )
    .run(registry, name, email, contacts.harbor);
  return { kind: 'contact', id: contacts.harbor };
}

async function play(replies: ReadonlyArray<readonly [string, RdapReply]>): Promise<TestRegistries> {
  site = await startRegistries({}, { [ARIN]: replies });
  return site;
}

/** Asks by hand, lets it be answered, and tells how the question stands then. */
async function askAndTell(played: TestRegistries, subject: Subject, kind: string, key: string, nowMs = NOW) {
  askQuestion({ actor: 'owner', nowMs }, subject, { kind, key }, played.registries);
  await played.settle(nowMs);
  return stand(played, subject, kind, nowMs);
}
function stand(played: TestRegistries, subject: Subject, kind: string, nowMs = NOW) {
  const found = listQuestions(subject, nowMs, played.registries).find((one) => one.kind === kind);
  const standing = found?.standing;
  return [standing?.state === 'obstacle' ? standing.obstacle : standing?.state, found?.given?.status];
}

test('ARIN is asked for the networks whose contact has this name, or this e-mail address', async () => {
  const found = sample('rdap-arin-reverse-search');
  const played = await play([
    ['help', help('handle', 'fn', 'email')],
    [FN, found],
    [EMAIL, found],
  ]);
  const subject = addContact();
  expect(listQuestions(subject, NOW, played.registries).map(({ kind, key }) => [kind, key])).toEqual([
    ['pivot', 'OTHER-ARIN'],
    ['contact', 'OTHER-ARIN'],
    ['pivot-name', 'Person Example'],
    ['pivot-email', 'noc+x@granite.example'],
  ]);
  expect(played.queries(ARIN)).toEqual([]);
  expect(await askAndTell(played, subject, 'pivot-name', 'Person Example')).toEqual(['answered', 'found']);
  expect(await askAndTell(played, subject, 'pivot-email', 'noc+x@granite.example')).toEqual(['answered', 'found']);
  expect(played.queries(ARIN).slice(0, 3)).toEqual(['help', FN, EMAIL]);
  // What follows by itself are look-ups; nobody is searched for by name or e-mail unasked.
  expect(played.queries(ARIN).filter((path) => /fn=|email=/.test(path))).toEqual([FN, EMAIL]);
});

test('a search that the help does not announce is not sent, and is not offered', async () => {
  const played = await play([
    ['help', help('handle')],
    ['*', sample('rdap-arin-reverse-search')],
  ]);
  const subject = addContact();
  expect(stand(played, subject, 'pivot-name')).toEqual(['open', undefined]);
  expect(await askAndTell(played, subject, 'pivot-name', 'Person Example')).toEqual(['not-offered', undefined]);
  expect(played.queries(ARIN)).toEqual(['help']);
  expect(stand(played, subject, 'pivot-email')).toEqual(['not-offered', undefined]);
  expect(() =>
    askQuestion(
      { actor: 'owner', nowMs: NOW },
      subject,
      { kind: 'pivot-email', key: 'noc+x@granite.example' },
      played.registries,
    ),
  ).toThrow(UserError);
  expect(await askAndTell(played, subject, 'pivot', 'OTHER-ARIN')).toEqual(['answered', 'found']);
  expect(played.queries(ARIN).slice(0, 2)).toEqual(['help', HANDLE]);
});

test('the help is asked once and remembered for a month', async () => {
  const played = await play([['help', help('handle')]]);
  const subject = addContact();
  await askAndTell(played, subject, 'pivot-name', 'Person Example');
  expect(stand(played, subject, 'pivot-name', NOW + 30 * DAY - 1)).toEqual(['not-offered', undefined]);
  expect(stand(played, subject, 'pivot-name', NOW + 30 * DAY)).toEqual(['open', undefined]);
  await askAndTell(played, subject, 'pivot-name', 'Person Example', NOW + 30 * DAY);
  expect(played.queries(ARIN)).toEqual(['help', 'help']);
  expect(readKeptAnswers({ limit: 9, offset: 0 }).answers.filter(({ query }) => query === 'help').length).toBe(1);
});

test.each<[string, RdapReply]>([
  ['404', { status: 404, body: '{"errorCode":404}' }],
  ['500', { status: 500, body: 'oh' }],
  ['a web page', { status: 200, body: '<html>' }],
  ['nothing', { fault: 'empty' }],
])('help that is %s takes nothing away: the search itself tells', async (_, reply) => {
  const played = await play([
    ['help', reply],
    [FN, sample('rdap-arin-reverse-search')],
  ]);
  expect(await askAndTell(played, addContact(), 'pivot-name', 'Person Example')).toEqual(['answered', 'found']);
  expect(played.queries(ARIN).slice(0, 2)).toEqual(['help', FN]);
});

test.each([400, 404, 501])('a search by name that is answered %s is unsupported, never empty', async (status) => {
  const body = JSON.stringify({ errorCode: status });
  const played = await play([
    ['help', help('handle', 'fn', 'email')],
    ['*', { status, body }],
  ]);
  expect(await askAndTell(played, addContact(), 'pivot-name', 'Person Example')).toEqual(['answered', 'unsupported']);
});

test('an empty list is empty', async () => {
  const played = await play([
    ['help', help('fn')],
    [FN, '{"rdapConformance":["rdap_level_0"],"ipSearchResults":[]}'],
  ]);
  expect(await askAndTell(played, addContact(), 'pivot-name', 'Person Example')).toEqual(['answered', 'empty']);
});

test.each<[string, RdapReply, string, number]>([
  ['slow down', { status: 429, headers: { 'retry-after': '90' } }, 'registry.status.rate-limited', 90_000],
  ['later', { status: 503 }, 'registry.status.rate-limited', 60_000],
  ['half of it', { fault: 'reset' }, 'registry.failure.reset', 0],
])('help that says %s lets the search wait', async (_, reply, error, waitMs) => {
  const played = await play([['help', reply]]);
  const subject = addContact();
  const choice = { kind: 'pivot-name', key: 'Person Example' };
  askQuestion({ actor: 'owner', nowMs: NOW }, subject, choice, played.registries);
  await played.askDue(NOW);
  expect(played.queries(ARIN)).toEqual(['help']);
  const [lane] = readLanes(NOW);
  expect([lane?.waiting, lane?.lastError?.key]).toEqual([1, error]);
  expect((lane?.nextMs ?? 0) - NOW).toBe(Math.max(waitMs, 5_000));
});

test('help counts among the questions of the day', async () => {
  const played = await play([
    ['help', help('fn')],
    [FN, sample('rdap-arin-reverse-search')],
  ]);
  saveDayLimits({ actor: 'owner', nowMs: NOW }, new Map([[ARIN, '1']]), played.registries);
  const subject = addContact();
  await askAndTell(played, subject, 'pivot-name', 'Person Example');
  expect(played.queries(ARIN)).toEqual(['help']);
  await played.settle(NOW + DAY / 2);
  expect(played.queries(ARIN)).toEqual(['help', FN]);
});

test.each([
  ['jpnic', 'Example Person', 'not-offered'],
  ['ripe', 'Example Person', 'not-offered'],
  ['arin', 'Exam*', 'refused-key'],
  ['arin', ' ', 'refused-key'],
  ['arin', 'x\u0000y', 'refused-key'],
  ['arin', 'é/../../?fn=x&role=y#', 'open'],
])('at %s the name %j stands at %s', async (registry, name, expected) => {
  const played = await play([]);
  expect(stand(played, addContact(registry, name), 'pivot-name')[0]).toBe(expected);
});

test('a stranger’s name never leaves its place in the path', async () => {
  const name = 'é/../../?fn=x&role=y#';
  const played = await play([
    ['help', help('fn')],
    ['*', { status: 404 }],
  ]);
  await askAndTell(played, addContact('arin', name), 'pivot-name', name);
  expect(played.queries(ARIN)).toEqual([
    'help',
    'ips/reverse_search/entity?fn=%C3%A9%2F..%2F..%2F%3Ffn%3Dx%26role%3Dy%23',
  ]);
});
