import { expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { readKeptAnswers } from '@/lib/db/read/kept-answers';
import { readNetworks } from '@/lib/db/read/networks';
import { UserError } from '@/lib/model';
import { addAnswers } from './add-answers';
import { sample } from './fixtures/test-registries';

provideTestDatabase();

const add = (text: string) => addAnswers({ actor: 'owner', nowMs: 1_000 }, text);

test('an answer that the registry’s own limit cut is taken like a whole one, and marked so', () => {
  const { answers, networks } = add(sample('rdap-arin-search-cut'));
  expect([answers, networks]).toEqual([1, ['198.51.100.64/26']]);
  expect(readKeptAnswers({ limit: 9, offset: 0 }).answers.map(({ status }) => status)).toEqual(['limited']);
});

test('an answer without anything in it is none', () => {
  expect(() => add(sample('apnic-rate-limited'))).toThrow(UserError);
  expect(readNetworks({ sort: 'range', show: 'all', limit: 9, offset: 0 }).total).toBe(0);
});
