import { afterEach, expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { readLanes } from '@/lib/db/read/lanes';
import { readRegistries } from '@/lib/services/settings';
import { dayBudget, saveDayLimits } from '@/lib/services/day-budget';
import { enqueueQuestion, type Question } from '@/lib/services/enqueue-question';
import { findRow } from '@/lib/services/find-way';
import { sample, startRegistries, type TestRegistries } from '@/lib/services/fixtures/test-registries';
import { resumeRegistry, stopRegistry } from '@/lib/services/resume-registry';
import { NOW, readPage } from './fixtures/lane-endings';

provideTestDatabase();

let site: TestRegistries | null = null;
afterEach(async () => {
  await site?.close();
  site = null;
});

const MIDNIGHT = NOW + 12 * 3_600_000;
const RIPE = 'whois.ripe.net';
const HANDLES = ['TH11-RIPE', 'TH12-RIPE', 'TH13-RIPE', 'TH14-RIPE', 'TH15-RIPE'];
const at = (nowMs: number) => ({ actor: 'owner', nowMs }) as const;

const ask = (key: string, kind: Question['kind'] = 'contact', server = RIPE, nowMs = NOW): void =>
  enqueueQuestion({ server, kind, key, depth: 2, asked: [] }, 0, nowMs);
const setLimit = (text: string, host = RIPE, nowMs = NOW): unknown =>
  saveDayLimits(at(nowMs), new Map([[host, text]]), readRegistries({}));
/** "left of limit" of a server. */
const leftOf = (host: string, nowMs = NOW): string => {
  const row = findRow(readRegistries({}), host);
  const { asked, limit, left } = row ? dayBudget(row, nowMs) : { asked: 0, limit: 0, left: 0 };
  return `${asked} of ${limit}, ${left} left`;
};

/** RIPE, with a number of 3 a day and five questions that wait. */
async function playRipe(): Promise<TestRegistries> {
  site = await startRegistries({
    [RIPE]: { answers: Object.fromEntries(HANDLES.map((handle) => [handle, 'ripe-no-entries'])) },
  });
  setLimit('3');
  for (const handle of HANDLES) ask(handle);
  return site;
}
const asked = (played: TestRegistries): string[] => played.queries(RIPE).map((query) => query.replace('-r ', ''));

test('of five questions a lane with a number of three asks three, and the others after midnight UTC', async () => {
  const played = await playRipe();
  await played.settle(NOW);
  expect(asked(played)).toEqual(HANDLES.slice(0, 3));
  expect(leftOf(RIPE)).toBe('3 of 3, 0 left');
  expect(readPage('en')).toContain('3 of 3 questions asked today (UTC): asks again at 00:00 UTC');
  expect(readPage('en')).toContain(
    'whois.ripe.net was put 3 questions today, which is its number for a day. It is asked again at 00:00 UTC.',
  );
  expect(readPage('en')).not.toContain('Try now');
  expect(readPage('ja')).toContain('本日（UTC）の照会 3 件中 3 件。00:00 UTC に再開します');

  await played.settle(MIDNIGHT - 1);
  expect(asked(played).length).toBe(3);
  await played.settle(MIDNIGHT);
  expect(asked(played)).toEqual(HANDLES);
  expect(leftOf(RIPE, MIDNIGHT)).toBe('2 of 3, 1 left');
  expect(readPage('en', MIDNIGHT)).toContain('2 of 3 questions asked today (UTC), 1 left');
});

test('resuming the lane by hand asks nothing beyond its number; a greater number does, at once', async () => {
  const played = await playRipe();
  await played.settle(NOW);
  resumeRegistry(at(NOW), RIPE);
  await played.settle(NOW);
  expect(asked(played).length).toBe(3);
  setLimit('4', 'whois.arin.net', NOW + 1);
  await played.settle(NOW + 1);
  expect(asked(played).length).toBe(3);
  setLimit('4', RIPE, NOW + 2);
  await played.settle(NOW + 2);
  expect(asked(played).length).toBe(4);
  setLimit('', RIPE, NOW + 3);
  await played.settle(NOW + 3);
  expect([asked(played).length, leftOf(RIPE)]).toEqual([5, '5 of 5000, 4995 left']);
});

test('a lane that a person stopped stays so when its number changes', async () => {
  const played = await playRipe();
  await played.settle(NOW);
  stopRegistry(at(NOW), RIPE);
  setLimit('5');
  await played.settle(MIDNIGHT);
  expect(asked(played).length).toBe(3);
});

test('a question is counted before it is put: a worker that is killed has asked it', async () => {
  site = await startRegistries({ [RIPE]: { answers: {}, faults: { 'TH11-RIPE': 'silent' } } }, {}, [], {
    deadlineMs: 200,
  });
  ask('TH11-RIPE');
  const asking = site.askDue(NOW);
  await expect.poll(() => site?.queries(RIPE).length).toBe(1);
  expect(leftOf(RIPE)).toBe('1 of 5000, 4999 left');
  await asking;
  expect(leftOf(RIPE)).toBe('1 of 5000, 4999 left');
});

test('RIPEstat, Cymru, RADb and RDAP servers have lanes with numbers, paces and times like all others', async () => {
  const path = 'announced-prefixes/data.json?resource=AS64500&sourceapp=ringleader';
  site = await startRegistries(
    {
      'whois.radb.net': { answers: { AS64500: 'irrd-routes' } },
      'whois.cymru.com': { answers: { '192.0.2.17': 'cymru-plain' } },
    },
    {
      'stat.ripe.net': [[path, sample('ripestat-announced')]],
      'rdap.apnic.net': [['*', { status: 429, headers: { 'retry-after': '120' } }]],
    },
  );
  ask('64500', 'announced', 'stat.ripe.net');
  ask('64500', 'routes', 'whois.radb.net');
  ask('192.0.2.17', 'origin', 'whois.cymru.com');
  ask('XX1-AP', 'contact', 'rdap.apnic.net');
  await site.askDue(NOW);
  const lanes = readLanes(NOW).map(({ name, lastMs, errorMs, lastError }) => [
    name,
    lastMs,
    errorMs,
    lastError?.key ?? null,
    leftOf(name),
  ]);
  expect(lanes.sort()).toEqual([
    ['rdap.apnic.net', null, NOW, 'registry.status.rate-limited', '1 of 2000, 1999 left'],
    ['stat.ripe.net', NOW, null, null, '1 of 1000, 999 left'],
    ['whois.cymru.com', NOW, null, null, '1 of 500, 499 left'],
    ['whois.radb.net', NOW, null, null, '1 of 500, 499 left'],
  ]);
  expect(readPage('en')).toContain(
    'stat.ripe.net0 questions wait, 1 answered · at most one in 2 sec · last answer 24 Nov 2026 12:00:00 +00:00',
  );
});

test('IANA’s list of RDAP servers is a question of its lane too', async () => {
  site = await startRegistries({}, { 'data.iana.org': [['ipv4.json', '{"services":[]}']] });
  setLimit('1', 'data.iana.org');
  ask('41.1.2.3', 'address', 'data.iana.org');
  ask('2001:db8::1', 'address', 'data.iana.org');
  await site.settle(NOW);
  expect(site.queries('data.iana.org')).toEqual(['ipv4.json']);
  expect(readPage('en')).toContain('data.iana.org was put 1 questions today');
});

test.each(['0', '-1', '1.5', '100001', 'many', '1e99'])('%s a day is refused, and nothing is changed', (text) => {
  setLimit('7');
  const save = () =>
    saveDayLimits(
      at(NOW),
      new Map([
        ['whois.arin.net', '5'],
        [RIPE, text],
      ]),
      readRegistries({}),
    );
  expect(save).toThrow(
    expect.objectContaining({
      sentence: { key: 'services.day-budget.bad', params: { server: RIPE, text, least: 1, most: 100_000 } },
    }),
  );
  expect([leftOf(RIPE), leftOf('whois.arin.net')]).toEqual(['0 of 7, 7 left', '0 of 5000, 5000 left']);
});
