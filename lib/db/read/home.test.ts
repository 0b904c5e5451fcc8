import { expect, it } from 'vitest';
import { useTestDatabase } from '../fixtures/test-database';
import { transaction } from '../transaction';
import { replaceFindings, setFindingVerdict } from '../write/findings';
import { insertOperator, insertSmallCase, NOON, SENTENCE } from './fixtures/small-case';
import { readFindingCounts, readOperatorSummaries } from './home';

useTestDatabase();

it('findings are counted by what they wait for', () => {
  const finding = (subject: string) => ({
    detector: 'hop' as const,
    subject,
    sentence: SENTENCE,
    family: 'behaviour' as const,
    weight: 0.2,
    entities: [],
    evidence: [],
    evidenceTotal: 0,
    against: [],
  });
  let next = 0;
  const newId = () => `f${next++}`;
  transaction(() => replaceFindings([finding('a'), finding('b')], newId, NOON));
  transaction(() => replaceFindings([finding('a'), finding('b'), finding('c')], newId, NOON + 1));
  setFindingVerdict('f0', 'rejected', NOON);
  expect(readFindingCounts(NOON + 1)).toEqual({ fresh: 1, waiting: 1, judged: 1 });
});

it.each([
  [null, [{ verdict: null }]],
  ['confirmed', [{ verdict: 'confirmed' }]],
  ['rejected', []],
] as const)('an operator that is %s', (verdict, expected) => {
  insertSmallCase();
  insertOperator(verdict);
  const summary = { publicId: 'operator1', name: 'Crimson Relay', events: 2, reasons: 2, networks: 1 };
  expect(readOperatorSummaries(3)).toEqual(expected.map((own) => ({ ...summary, ...own })));
});
