import { afterEach, expect, test } from 'vitest';
import { sql } from '@/lib/db/connection';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { addTwoCompanies } from '@/lib/db/fixtures/two-companies';
import { readChanges } from '@/lib/db/read/changes';
import { readKeptAnswers } from '@/lib/db/read/kept-answers';
import { leaseJob } from '@/lib/db/write/jobs';
import { UserError } from '@/lib/model';
import { askQuestion } from './ask-question';
import { askRegistry } from './ask-registry';
import { enqueueQuestion, type Question } from './enqueue-question';
import { sample, startRegistries, type TestRegistries } from './fixtures/test-registries';
import { readCacheTimes, saveCacheTimes } from './cache-times';
import { planQuestions } from './plan-questions';

provideTestDatabase();

let site: TestRegistries | null = null;
afterEach(async () => {
  await site?.close();
  site = null;
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 24, 12);
const ADDRESS = '203.0.113.20';

/** Asks, at each of these times in turn, what waits then; and tells how many questions had come in by then. */
async function countAsked(
  played: TestRegistries,
  host: string,
  put: (nowMs: number) => void,
  times: readonly number[],
) {
  const counts: number[] = [];
  for (const nowMs of times) {
    put(nowMs);
    await played.settle(nowMs);
    counts.push(played.queries(host).length);
  }
  return counts;
}

const question = (more: Partial<Question>): Question => ({
  server: 'whois.ripe.net',
  kind: 'contact',
  key: 'TH10-RIPE',
  depth: 2,
  asked: [],
  ...more,
});

test.each([
  ['a handle', question({}), 'ripe-role', 7 * DAY],
  ['a handle’s networks', question({ kind: 'pivot' }), 'ripe-pivot', 7 * DAY],
  ['an AS', question({ kind: 'pivot-asn', key: '64500' }), 'ripe-routes', DAY],
  ['networks inside', question({ kind: 'inside', key: '192.0.2.0/24' }), 'ripe-inside', DAY],
  ['an entry there is not', question({ key: 'NO1-RIPE' }), 'ripe-no-entries', HOUR],
])('%s is not asked again within its time, and is after it', async (_, asked, answer, holdsMs) => {
  const played = await startRegistries({ 'whois.ripe.net': { answers: { [asked.key]: answer, AS64500: answer } } });
  site = played;
  const put = (nowMs: number): void => enqueueQuestion(asked, 0, nowMs);
  const times = [0, holdsMs / 2, holdsMs - 1, holdsMs, holdsMs + HOUR, 2 * holdsMs].map((ms) => START + ms);
  const after = holdsMs === HOUR ? [1, 1, 1, 2, 3, 3] : [1, 1, 1, 2, 2, 3];
  expect(await countAsked(played, 'whois.ripe.net', put, times)).toEqual(after);
});

test('the same question by another way is the same: what was fetched as an entry is not fetched as a list', async () => {
  site = await startRegistries({}, { 'rdap.db.ripe.net': [['entity/ORG-TH1-RIPE', sample('rdap-ripe-organisation')]] });
  const asked = question({ server: 'rdap.db.ripe.net', key: 'ORG-TH1-RIPE' });
  enqueueQuestion(asked, 0, START);
  await site.settle(START);
  enqueueQuestion({ ...asked, kind: 'pivot-organisation' }, 0, START + HOUR);
  await site.settle(START + HOUR);
  expect(site.queries('rdap.db.ripe.net')).toEqual(['entity/ORG-TH1-RIPE']);
});

test('what failed for a time holds nothing: it is put again', async () => {
  const faults = { 'TH10-RIPE': 'empty' } as const;
  site = await startRegistries({ 'whois.ripe.net': { answers: { 'TH10-RIPE': 'ripe-role' }, faults } });
  enqueueQuestion(question({}), 0, START);
  for (const nowMs of [START, START + 5_000]) {
    const job = leaseJob(nowMs, 1_000, ['ask']);
    const context = { nowMs: () => nowMs, renew: () => undefined, signal: new AbortController().signal };
    const outcome = job && (await askRegistry(job, context, site.registries));
    expect(outcome).toMatchObject({ kind: 'later', error: { key: 'registry.status.failed' } });
    if (outcome?.kind === 'later') outcome.write?.();
  }
  expect(site.queries('whois.ripe.net').length).toBe(2);
});

/** Two companies that JPNIC told of at START, and JPNIC. */
async function playJpnic(answer: string): Promise<TestRegistries> {
  addTwoCompanies();
  sql().prepare('UPDATE Answer SET askedMs = ?').run(START);
  const row = { prefixes: ['203.0.113.0/24'] };
  site = await startRegistries({ 'whois.nic.ad.jp': { answers: { [ADDRESS]: answer }, row } });
  return site;
}

const refuse = (atMs: number): void => {
  sql().prepare('UPDATE Address SET lastMs = ?, events = events + 1 WHERE text = ?').run(atMs, ADDRESS);
};

const HARBOR = sample('jpnic-network-en')
  .replace('198.18.32.0/19', '203.0.113.16/28')
  .replaceAll('XY12345JP', 'HM00001JP');

test('an address is asked about again only after its time, and only where its network refused mail since', async () => {
  const played = await playJpnic(HARBOR);
  const plan = (nowMs: number): void => planQuestions(nowMs, played.registries);
  const asked = () => played.queries('whois.nic.ad.jp').filter((query) => query === ADDRESS).length;
  const at = async (nowMs: number): Promise<number> => {
    plan(nowMs);
    await played.settle(nowMs);
    return asked();
  };
  expect(await at(START + 2 * DAY)).toBe(0);
  refuse(START + HOUR);
  expect(await at(START + DAY - 1)).toBe(0);
  expect(await at(START + DAY)).toBe(1);
  expect(await at(START + 3 * DAY)).toBe(1);
  refuse(START + 3 * DAY);
  expect(await at(START + 3 * DAY)).toBe(2);
  // The second answer said the same as the first: it is kept once, as confirmed.
  const kept = readKeptAnswers({ limit: 99, offset: 0 }).answers.filter(({ query }) => query === ADDRESS);
  expect(kept.map(({ askedMs }) => askedMs).sort()).toEqual([START, START + DAY]);
});

test('a later answer that differs is a new version', async () => {
  const played = await playJpnic(HARBOR.replace('netadmin@crimson-relay.example', 'desk@harbor-mail.example'));
  refuse(START + HOUR);
  planQuestions(START + DAY, played.registries);
  await played.settle(START + DAY);
  const id = Number(sql().prepare("SELECT id FROM Network WHERE text = '203.0.113.16/28'").pluck().get());
  expect(
    readChanges('network', id)
      .filter(({ field }) => field === 'abuseEmail')
      .map((change) => [change.old, change.new, change.atMs]),
  ).toEqual([['netadmin@crimson-relay.example', 'desk@harbor-mail.example', START + DAY]]);
});

test('an address of which there is no entry is asked about again after an hour, where it refused mail since', async () => {
  const played = await playJpnic(sample('jpnic-no-match-en'));
  sql().prepare('UPDATE Address SET networkId = NULL').run();
  sql().prepare("DELETE FROM Network WHERE text = '203.0.113.16/28'").run();
  sql().prepare('DELETE FROM Answer WHERE query = ?').run(ADDRESS);
  const times = [0, HOUR, HOUR].map((ms) => START + ms);
  let refusals = 0;
  const counts = await countAsked(
    played,
    'whois.nic.ad.jp',
    (nowMs) => {
      if (refusals++ === 2) refuse(START + HOUR - 1);
      planQuestions(nowMs, played.registries);
    },
    times,
  );
  expect(counts).toEqual([1, 1, 2]);
});

test('a person may ask again after the time, not before', async () => {
  const played = await playJpnic(HARBOR);
  const id = Number(sql().prepare("SELECT id FROM Contact WHERE handle = 'XY12345JP'").pluck().get());
  const ask = (nowMs: number): string => {
    try {
      const choice = { kind: 'pivot', key: 'XY12345JP' };
      return askQuestion({ actor: 'owner', nowMs }, { kind: 'contact', id }, choice, played.registries).server;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return error.sentence.key;
    }
  };
  expect(ask(START + 7 * DAY - 1)).toBe('services.question.holds');
  expect(ask(START + 7 * DAY)).toBe('whois.nic.ad.jp');
});

const OWNER = { actor: 'owner', nowMs: START } as const;
const USUAL = { network: '24', handle: '7', negative: '60' };

test('the times are what a person sets', async () => {
  expect(readCacheTimes()).toEqual({ network: 24, handle: 7, negative: 60 });
  saveCacheTimes(OWNER, { ...USUAL, handle: '2' });
  site = await startRegistries({ 'whois.ripe.net': { answers: { 'TH10-RIPE': 'ripe-role' } } });
  const put = (nowMs: number): void => enqueueQuestion(question({}), 0, nowMs);
  const times = [0, 2 * DAY - 1, 2 * DAY].map((ms) => START + ms);
  expect(await countAsked(site, 'whois.ripe.net', put, times)).toEqual([1, 1, 2]);
});

test('a kept answer holds by the time that is set now', async () => {
  const played = await playJpnic(HARBOR);
  refuse(START + HOUR);
  saveCacheTimes(OWNER, { ...USUAL, network: '48' });
  for (const [at, asked] of [
    [DAY, 0],
    [2 * DAY, 1],
  ] as const) {
    planQuestions(START + at, played.registries);
    await played.settle(START + at);
    expect(played.queries('whois.nic.ad.jp').filter((query) => query === ADDRESS).length).toBe(asked);
  }
});

test.each([
  [{ network: '5' }, 'services.cache-times.network', { text: '5', least: 6, most: 720 }],
  [{ network: '721' }, 'services.cache-times.network', { text: '721', least: 6, most: 720 }],
  [{ handle: '0' }, 'services.cache-times.handle', { text: '0', least: 1, most: 90 }],
  [{ handle: '1.5' }, 'services.cache-times.handle', { text: '1.5', least: 1, most: 90 }],
  [{ negative: '' }, 'services.cache-times.negative', { text: '', least: 15, most: 10_080 }],
  [{ negative: '1e99' }, 'services.cache-times.negative', { text: '1e99', least: 15, most: 10_080 }],
  [{ negative: 'soon' }, 'services.cache-times.negative', { text: 'soon', least: 15, most: 10_080 }],
])('%j is refused, and nothing is changed', (wrong, key, params) => {
  saveCacheTimes(OWNER, { ...USUAL, network: '12' });
  expect(() => saveCacheTimes(OWNER, { ...USUAL, ...wrong })).toThrow(
    expect.objectContaining({ sentence: { key, params } }),
  );
  expect(readCacheTimes()).toEqual({ network: 12, handle: 7, negative: 60 });
});
