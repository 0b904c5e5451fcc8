import { expect, test } from 'vitest';
import { all } from '../../connection';
import { provideTestDatabase } from '../../fixtures/test-database';
import { find, insertRandom } from '../fixtures/random-events';
import { insertSmallCase } from '../fixtures/small-case';
import { readPairs, variableMask } from '../explore';

provideTestDatabase();

interface Row {
  a: number;
  b: number;
  n: number;
}

test('pairs are counted as the database counts them, the most frequent first', async () => {
  insertSmallCase();
  insertRandom('first', 400, 5);
  const matches = await find('');
  const rows = all<Row>(
    `SELECT e.addressId AS a, e.templateId AS b, count(*) AS n FROM Event e JOIN Template t ON t.id = e.templateId
     WHERE e.addressId IS NOT NULL AND t.variable = 1 GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`,
  );
  const ids = [...new Set(rows.map(({ a }) => a))];
  expect(ids.length).toBeGreaterThan(3);
  const read = (most: number, bytes?: number) =>
    readPairs(matches, ['addresses', 'templates'], ids, variableMask(), most, bytes);
  expect(read(100)).toEqual({ pairs: rows.map(({ a, b, n }) => ({ asked: a, other: b, events: n })), whole: true });
  const firsts = ids.flatMap((id) => rows.find(({ a }) => a === id)?.b ?? []);
  expect(read(1).pairs.map(({ other }) => other)).toEqual(firsts);
  const cut = read(1, 1);
  expect(cut.pairs.map(({ asked }) => asked)).toEqual(ids.slice(0, 1));
  expect(cut.whole).toBe(false);
  const turned = readPairs(matches, ['templates', 'addresses'], rows.map(({ b }) => b).slice(0, 1), null, 100);
  expect(turned.pairs.map(({ other }) => other).sort((x, y) => x - y)).toEqual(
    rows.filter(({ b }) => b === rows[0]?.b).map(({ a }) => a),
  );
});
