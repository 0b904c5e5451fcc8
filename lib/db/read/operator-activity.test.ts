import { expect, test } from 'vitest';
import { one, run } from '../connection';
import { provideTestDatabase } from '../fixtures/test-database';
import { addTwoCompanies, FIRST_AT, PATTERN, type Refused } from '../fixtures/two-companies';
import { readOperatorActivity } from './operator-activity';

provideTestDatabase();

const HOUR = 3_600_000;
const hour = FIRST_AT - (FIRST_AT % HOUR);

test('what an operator did, retries told from first tries, by hour', async () => {
  addTwoCompanies();
  expect(await readOperatorActivity('op-two')).toEqual({
    firstMs: FIRST_AT,
    lastMs: FIRST_AT + HOUR,
    utcOffsetMinutes: 540,
    templates: [{ id: 1, pattern: PATTERN, events: 3 }],
    recipients: [
      { text: 'mika@shop.example', service: null, events: 2 },
      { text: 'ken@shop.example', service: null, events: 1 },
    ],
    retries: { retried: 1, fromSameAddress: 0 },
    timeline: {
      unit: 'hour',
      points: [
        { atMs: hour, first: 1, retries: 1 },
        { atMs: hour + HOUR, first: 1, retries: 0 },
      ],
    },
  });
  expect(await readOperatorActivity('nobody')).toMatchObject({
    firstMs: null,
    templates: [],
    timeline: { points: [] },
  });
});

test('one address that tries twice is told; past two weeks the timeline goes by day', async () => {
  const again: Refused = { address: '198.18.51.40', recipient: 'mika@shop.example', afterMs: 0 };
  const day = 24 * HOUR;
  addTwoCompanies('user', [again, { ...again, afterMs: 60_000 }, { ...again, afterMs: 15 * day }]);
  const { retries, timeline } = await readOperatorActivity('op-two');
  expect(retries).toEqual({ retried: 1, fromSameAddress: 1 });
  const midnight = FIRST_AT - (FIRST_AT % day);
  expect(timeline).toEqual({
    unit: 'day',
    points: [
      { atMs: midnight, first: 1, retries: 1 },
      { atMs: midnight + 15 * day, first: 0, retries: 1 },
    ],
  });
});

test('a network that was taken out is none of it', async () => {
  const { operatorId } = addTwoCompanies();
  const network = one<{ id: number }>("SELECT id FROM Network WHERE text = '203.0.113.16/28'")?.id;
  run("INSERT INTO OperatorMember (operatorId, networkId, verdict) VALUES (?, ?, 'split')", operatorId, network);
  const { templates, lastMs } = await readOperatorActivity('op-two');
  expect(templates).toMatchObject([{ events: 2 }]);
  expect(lastMs).toBeLessThan(FIRST_AT + HOUR);
});
