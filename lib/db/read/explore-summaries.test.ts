import { expect, test } from 'vitest';
import { provideTestDatabase } from '../fixtures/test-database';
import { type NewEvent } from '../event-batch';
import {
  countAmong,
  countEvents,
  countDistinct,
  countWeekHours,
  readFacet,
  readGroups,
  readGroupsOf,
  readHistogram,
  readTop,
} from './explore';
import { insertSmallCase } from './fixtures/small-case';

import { HOUR, find, insertRandom } from './fixtures/random-events';

provideTestDatabase();

const hourOf = ({ timeMs, utcOffsetMinutes }: NewEvent): number =>
  new Date(timeMs + utcOffsetMinutes * 60_000).getUTCHours();

test('counts and charts are those of the events found', async () => {
  insertSmallCase();
  const { events } = insertRandom('first', 400, 3);
  const matches = await find('upload:#first');
  const count = (value: (event: NewEvent) => string | null): Array<[string, number]> => {
    const counts = new Map<string, number>();
    for (const event of events) {
      const text = value(event);
      if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  };
  const facet = async (name: 'stage' | 'ip' | 'recipient' | 'dnsbl', limit: number) =>
    readFacet(await find('upload:#first'), name, limit);
  const byAddress = count(({ clientAddress }) => clientAddress);
  const { values, total, none } = await facet('ip', 2);
  expect(values.map(({ label, events: n }) => [label, n])).toEqual(byAddress.slice(0, 2));
  expect([total, none]).toEqual([4, events.filter(({ clientAddress }) => clientAddress === null).length]);
  expect(countDistinct(matches, 'addresses')).toBe(4);
  expect((await facet('stage', 9)).values.map(({ value, events: n }) => [value, n])).toEqual(
    count(({ stage }) => stage),
  );
  expect((await facet('dnsbl', 9)).values.map(({ value, events: n }) => [value, n])).toEqual(
    count(({ dnsbl }) => dnsbl),
  );
  const seconds = events.map(({ timeMs }) => timeMs / 1000);
  const from = Math.floor(Math.min(...seconds) / 3600) * 3600;
  const { counts } = readHistogram(matches, from, 3600, 60);
  const expected = Array.from(
    { length: 60 },
    (_, i) =>
      events.filter(({ timeMs, code }) => (code ?? 0) >= 500 && Math.floor((timeMs / 1000 - from) / 3600) === i).length,
  );
  expect(counts['5xx']).toEqual(expected);
  const hours = countWeekHours(matches);
  expect(hours.reduce((a, b) => a + b)).toBe(400);
  expect(hours[24 + 3]).toBe(
    events.filter(
      (event) => hourOf(event) === 3 && new Date(event.timeMs + event.utcOffsetMinutes * 60_000).getUTCDay() === 2,
    ).length,
  );
});

test('the first of anything by anything', async () => {
  insertSmallCase();
  const { events } = insertRandom('first', 400, 11);
  const matches = await find('upload:#first');
  const expected = [...new Set(events.flatMap(({ clientAddress }) => clientAddress ?? []))]
    .map((address) => {
      const own = events.filter(({ clientAddress }) => clientAddress === address);
      const recipients = new Set(own.flatMap(({ recipient }) => recipient ?? [])).size;
      const days = new Set(own.map(({ timeMs }) => Math.floor(timeMs / (24 * HOUR)))).size;
      return { address, recipients, days, events: own.length };
    })
    .sort((a, b) => b.events - a.events);
  const top = (by: 'events' | 'recipients' | 'days') =>
    readTop(matches, 'ip', by, 2).map(({ label, amount }) => [label, amount]);
  expect(top('events')).toEqual(expected.slice(0, 2).map(({ address, events: n }) => [address, n]));
  for (const by of ['recipients', 'days'] as const) {
    const ranked = [...expected].sort((a, b) => b[by] - a[by] || b.events - a.events);
    expect(top(by)).toEqual(ranked.slice(0, 2).map((row) => [row.address, row[by]]));
  }
});

test('groups are listed by what was asked, in pages, with when they were seen', async () => {
  insertSmallCase();
  const { events } = insertRandom('first', 300, 21);
  const matches = await find('upload:#first');
  const expected = [...new Set(events.flatMap(({ clientAddress }) => clientAddress ?? []))].map((address) => {
    const own = events.filter(({ clientAddress }) => clientAddress === address);
    const seconds = own.map(({ timeMs }) => Math.floor(timeMs / 1000));
    return { label: address, events: own.length, first: Math.min(...seconds), last: Math.max(...seconds) };
  });
  for (const sort of ['events', 'first', 'last'] as const) {
    const { groups, total } = readGroups(matches, 'ip', { sort, limit: 3, offset: 1, parts: 5 });
    const ordered = [...expected].sort((a, b) => b[sort] - a[sort]);
    expect(total).toBe(4);
    expect(groups).toMatchObject(ordered.slice(1, 4));
    for (const group of groups) expect(group.spark.reduce((a, b) => a + b)).toBe(group.events);
  }
});

test('chosen values are listed with what was found of them, and with how many others they occur', async () => {
  insertSmallCase();
  const matches = await find('');
  const { groups } = readGroups(matches, 'ip', { sort: 'events', limit: 50, offset: 0, parts: 4 });
  expect(groups.length).toBeGreaterThan(1);
  const [first, second] = groups;
  if (!first || !second) throw new Error('no groups');
  const absent = Math.max(...groups.map(({ id }) => id)) + 1000;
  expect(readGroupsOf(matches, 'ip', [second.id, absent, 0, first.id, second.id], 4)).toEqual([second, first]);

  const { groups: templates } = readGroups(matches, 'template', { sort: 'events', limit: 50, offset: 0, parts: 4 });
  const relay = templates.find(({ label }) => label.startsWith('rainbow'));
  const bounce = templates.find(({ label }) => label === '');
  if (!relay || !bounce) throw new Error('no templates');
  const among = (other: 'ip' | 'org' | 'net') => [
    ...countAmong(matches, 'template', [relay.id, bounce.id, absent], other),
  ];
  expect(among('ip')).toEqual([
    [relay.id, 2],
    [bounce.id, 1],
    [absent, 0],
  ]);
  expect(among('org')).toEqual([
    [relay.id, 1],
    [bounce.id, 0],
    [absent, 0],
  ]);
  const none = await find('ip:192.0.2.250');
  expect(readGroupsOf(none, 'ip', [first.id], 4)).toEqual([]);
  expect(countAmong(none, 'template', [relay.id], 'org')).toEqual(new Map([[relay.id, 0]]));
});

test('what is most of all is counted by what is left of it, and so the same', async () => {
  insertSmallCase();
  insertRandom('first', 300, 31);
  const names = ['ip', 'template', 'recipient', 'stage', 'upload'] as const;
  const count = async (filter: string) => {
    const matches = await find(filter);
    return { length: matches.length, counts: names.map((name) => [...countEvents(matches, name)]) };
  };
  const whole = await find('');
  for (const name of names) countEvents(whole, name);
  const [most, few] = [await count('-ip:198.18.32.1'), await count('ip:198.18.32.1')];
  expect(most.length).toBeGreaterThan(whole.length / 2);
  most.counts.forEach((counts, index) => {
    const name = names[index] ?? 'ip';
    const all = [...countEvents(whole, name)];
    expect(counts).toEqual(all.map((n, id) => n - (few.counts[index]?.[id] ?? 0)));
  });
});
