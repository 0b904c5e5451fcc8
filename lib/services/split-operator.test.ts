import { expect, test } from 'vitest';
import type { OwnData } from '@/lib/blocklist';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { addTwoCompanies } from '@/lib/db/fixtures/two-companies';
import { readBlockList } from '@/lib/db/read/block-lists';
import { readOperator } from '@/lib/db/read/operators';
import { transaction } from '@/lib/db/transaction';
import { separations } from '@/lib/db/write/operators';
import { buildOperatorBlockList } from './build-block-list';
import type { Context } from './context';
import { judgeOperator, splitOperator } from './judge';
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
