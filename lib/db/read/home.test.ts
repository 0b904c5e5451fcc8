import { expect, it } from 'vitest';
import { provideTestDatabase } from '../fixtures/test-database';
import { transaction } from '../transaction';
import { replaceFindings, setFindingVerdict } from '../write/findings';
import { completeJob, enqueue, leaseJob } from '../write/jobs';
import { insertOperator, insertSmallCase, NOON, SENTENCE } from './fixtures/small-case';
import { isWorking, readFindingCounts, readJudgedFindings, readOpenFindings, readOperatorSummaries } from './home';

provideTestDatabase();

it('findings are counted and listed by what they wait for', () => {
  const finding = (subject: string, weight = 0.2) => ({
    detector: 'hop' as const,
    subject,
    sentence: SENTENCE,
    family: 'behaviour' as const,
    weight,
    entities: [],
    evidence: [],
    evidenceTotal: 0,
    against: [],
  });
  let next = 0;
  const newId = () => `f${next++}`;
  transaction(() => replaceFindings([finding('a'), finding('b')], newId, NOON));
  transaction(() => replaceFindings([finding('a'), finding('b'), finding('c', 0.6)], newId, NOON + 1));
  setFindingVerdict('f0', 'rejected', NOON);
  expect(readFindingCounts(NOON + 1)).toEqual({ fresh: 1, waiting: 1, judged: 1 });
  const subjects = (findings: ReadonlyArray<{ subject: string }>) => findings.map(({ subject }) => subject);
  expect(subjects(readOpenFindings({ limit: 5, offset: 0 }))).toEqual(['c', 'b']);
  expect(subjects(readOpenFindings({ limit: 5, offset: 1 }))).toEqual(['b']);
  setFindingVerdict('f1', 'confirmed', NOON + 2);
  expect(subjects(readJudgedFindings(5))).toEqual(['b', 'a']);
  expect(subjects(readJudgedFindings(1))).toEqual(['b']);
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

it('there is work while a log is read, and none while only registries are waited for', () => {
  enqueue({ kind: 'ask', key: 'ask:x', lane: 'whois.nic.ad.jp', payload: {} }, NOON);
  expect(isWorking()).toBe(false);
  enqueue({ kind: 'ingest', key: 'ingest:x', lane: 'ingest', payload: {} }, NOON);
  expect(isWorking()).toBe(true);
  const job = leaseJob(NOON, 1000, ['ingest']);
  expect(isWorking()).toBe(true);
  if (job) completeJob(job, NOON);
  expect(isWorking()).toBe(false);
});
