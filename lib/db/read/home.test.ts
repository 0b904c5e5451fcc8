import { expect, it } from 'vitest';
import { provideTestDatabase } from '../fixtures/test-database';
import { run } from '../connection';
import { transaction } from '../transaction';
import { replaceFindings, setFindingVerdict } from '../write/findings';
import { completeJob, enqueue, leaseJob } from '../write/jobs';
import { readCounts } from './counts';
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

it.each(['confirmed', 'rejected'] as const)('what speaks for an operator that is %s does not ask again', (verdict) => {
  insertSmallCase();
  insertOperator(verdict);
  const finding = (subject: string, family: 'contact' | 'leak') => ({
    ...{ detector: 'shared-contact' as const, subject, sentence: SENTENCE, family, weight: 0.5 },
    ...{ entities: [], evidence: [], evidenceTotal: 0, against: [] },
  });
  let next = 0;
  transaction(() =>
    replaceFindings(
      [finding('phone', 'contact'), finding('other', 'contact'), finding('leak', 'leak')],
      () => `f${next++}`,
      NOON,
    ),
  );
  const reasons = ['phone', 'leak'].map((subject) => ({ detector: 'shared-contact', subject, counts: true }));
  run('UPDATE Operator SET reasons = ?, verdictMs = ?', JSON.stringify(reasons), NOON + 5);
  expect(readOpenFindings({ limit: 5, offset: 0 }).map(({ subject }) => subject)).toEqual(['other', 'leak']);
  expect(readFindingCounts(NOON + 1)).toEqual({ fresh: 0, waiting: 2, judged: 1 });
  setFindingVerdict('f1', 'rejected', NOON + 3);
  const operator = { publicId: 'operator1', name: 'Crimson Relay', verdict, verdictMs: NOON + 5 };
  const judged = () => readJudgedFindings(5).map(({ subject, operator: by }) => [subject, by]);
  expect(judged()).toEqual([
    ['phone', operator],
    ['other', null],
  ]);
  // A word on the finding itself goes before the one on the operator.
  setFindingVerdict('f0', 'rejected', NOON + 9);
  expect(judged()[0]).toEqual(['phone', null]);
});

it('what says that two members of a confirmed operator are one hand does not ask again; of others it does', () => {
  insertSmallCase();
  insertOperator('confirmed');
  run(
    `INSERT INTO Organisation (registry, key, name, answerId) VALUES ('jpnic', 'b', 'Harbor Mail', 1), ('jpnic', 'c', 'Other', 1)`,
  );
  run('INSERT INTO OperatorMember (operatorId, organisationId) VALUES (1, 2)');
  run(`INSERT INTO OperatorMember (operatorId, networkId) VALUES (1, 1)`);
  const pair = (a: number, b: number) => ({
    ...{ detector: 'shared-contact' as const, subject: `pair:${a}-${b}:handle:x`, sentence: SENTENCE, weight: 0.5 },
    ...{ family: 'registry' as const, evidence: [], evidenceTotal: 0, against: [] },
    entities: [a, b].map((id) => ({ kind: 'organisation' as const, id })),
  });
  let next = 0;
  transaction(() => replaceFindings([pair(1, 2), pair(1, 3)], () => `f${next++}`, NOON));
  const open = () => readOpenFindings({ limit: 5, offset: 0 }).map(({ subject }) => subject);
  expect(open()).toEqual(['pair:1-3:handle:x']);
  expect(readCounts().findings).toBe(1);
  run('UPDATE Operator SET verdict = NULL');
  expect(open()).toEqual(['pair:1-2:handle:x', 'pair:1-3:handle:x']);
});

it('a reason that does not count is not in the number', () => {
  insertSmallCase();
  insertOperator();
  run('UPDATE Operator SET reasons = ?', '[{"counts":true},{"counts":false},{}]');
  expect(readOperatorSummaries(3)[0]?.reasons).toBe(2);
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
