import { expect, test } from 'vitest';
import { all } from '../connection';
import { provideTestDatabase } from '../fixtures/test-database';
import { insertSmallCase } from '../read/fixtures/small-case';
import { buildEventIndexes, dropEventIndexes } from './event-indexes';

provideTestDatabase();

const indexes = (): string[] =>
  all<{ sql: string }>("SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'Event' ORDER BY name").map(
    ({ sql }) => sql,
  );

test('what is taken away and built again is what the migrations made', () => {
  const made = indexes();
  expect(made.length).toBeGreaterThan(0);
  expect(dropEventIndexes()).toBe(true);
  expect(indexes()).toEqual([]);
  buildEventIndexes();
  expect(indexes()).toEqual(made);
});

test('where there are events the indexes stay', () => {
  insertSmallCase();
  const made = indexes();
  expect(dropEventIndexes()).toBe(false);
  expect(indexes()).toEqual(made);
});
