import { expect, test } from 'vitest';
import type { OwnData } from '@/lib/blocklist';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { addTwoCompanies } from '@/lib/db/fixtures/two-companies';
import { readBlockList } from '@/lib/db/read/block-lists';
import { readOperator, readOperators } from '@/lib/db/read/operators';
import { transaction } from '@/lib/db/transaction';
import { reconcileOperators, separations } from '@/lib/db/write/operators';
import { buildOperatorBlockList } from './build-block-list';
import type { Context } from './context';
import { judgeOperator, splitOperator, undoSplit } from './judge';
import { runDetectors } from './run-detectors';

provideTestDatabase();

const context: Context = { actor: 'owner', nowMs: 1000 };
const nothing: OwnData = { ownNetworks: [], clientAddress: null, localAddresses: [], resolvers: [], mxPeers: [] };

test('an organisation that is split off takes its networks along, also out of the block list', () => {
  const { organisations } = addTwoCompanies();
  splitOperator(context, 'op-two', { organisationId: organisations.harbor });
  const operator = readOperator('op-two');
  expect(operator?.organisations.map(({ id }) => id)).toEqual([organisations.crimson]);
  expect(operator?.networkList.map(({ text }) => text)).toEqual(['198.18.32.0/19', '198.18.8.0/21']);
  expect(operator?.events).toBe(2);
  expect(separations()).toEqual([[`organisation:${organisations.harbor}`, `organisation:${organisations.crimson}`]]);
  judgeOperator(context, 'op-two', 'confirmed');
  const { publicId } = buildOperatorBlockList(context, { operator: 'op-two' }, nothing);
  expect(readBlockList(publicId)?.prefixes).toEqual(['198.18.8.0/21', '198.18.32.0/19']);
});

function detect(): void {
  const outcome = runDetectors(2000);
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  transaction(() => outcome.write());
}

test('it stays apart when the detectors run again', () => {
  const { organisations, operatorId } = addTwoCompanies();
  detect();
  expect(readOperator('op-two')?.organisations.map(({ id }) => id)).toEqual([
    organisations.crimson,
    organisations.harbor,
  ]);
  judgeOperator(context, 'op-two', 'confirmed');
  splitOperator(context, 'op-two', { organisationId: organisations.harbor });
  detect();
  const operator = readOperator('op-two');
  expect(operator).toMatchObject({ id: operatorId, verdict: 'confirmed' });
  expect(operator?.organisations.map(({ id }) => id)).toEqual([organisations.crimson]);
  expect(operator?.networkList.map(({ text }) => text)).toEqual(['198.18.32.0/19', '198.18.8.0/21']);
});

test('it stays apart, and the split is known, where nobody has judged the operator', () => {
  const { organisations } = addTwoCompanies();
  detect();
  splitOperator(context, 'op-two', { organisationId: organisations.harbor });
  for (let run = 0; run < 2; run++) {
    detect();
    expect(readOperator('op-two')?.organisations.map(({ id }) => id)).toEqual([organisations.crimson]);
    expect(readOperator('op-two')?.splitOff).toMatchObject([
      { organisationId: organisations.harbor, networkId: null, name: 'Harbor Mail K.K.' },
    ]);
  }
});

test('the split is known where what is left is no operator any more', () => {
  const { organisations } = addTwoCompanies();
  splitOperator(context, 'op-two', { organisationId: organisations.harbor });
  reconcileOperators([], () => 'other', 2000);
  expect(readOperator('op-two')?.current).toBe(false);
  expect(separations()).toHaveLength(1);
  undoSplit(context, 'op-two', { organisationId: organisations.harbor });
  reconcileOperators([], () => 'other', 2000);
  expect(readOperator('op-two')).toBeUndefined();
});

test('a split that is undone is as if it had not been', () => {
  const { organisations, operatorId } = addTwoCompanies();
  detect();
  const before = readOperator('op-two');
  splitOperator(context, 'op-two', { organisationId: organisations.harbor });
  detect();
  undoSplit(context, 'op-two', { organisationId: organisations.harbor });
  expect(readOperator('op-two')?.organisations.map(({ id }) => id)).toContain(organisations.harbor);
  detect();
  expect(readOperators({ limit: 9, offset: 0 }).operators.map(({ id }) => id)).toEqual([operatorId]);
  expect(readOperator('op-two')).toEqual(before);
  expect(separations()).toEqual([]);
  expect(() => undoSplit(context, 'op-two', { organisationId: organisations.harbor })).toThrow(
    'services.operator.not-split',
  );
});
