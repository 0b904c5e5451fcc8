import { expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { addTwoCompanies, FIRST_AT, PATTERN, type Refused } from '@/lib/db/fixtures/two-companies';
import { readFindingsBySubject } from '@/lib/db/read/findings';
import { readOperatorActivity } from '@/lib/db/read/operator-activity';
import { readReport } from '@/lib/db/read/reports';
import { transaction } from '@/lib/db/transaction';
import { replaceFindings } from '@/lib/db/write/findings';
import { type Case, UserError } from '@/lib/model';
import { buildCase } from './build-case';
import type { Context } from './context';
import { sha256 } from './ids';
import { judgeFinding, judgeOperator } from './judge';
import { makeReport, readReportHtml } from './make-report';

provideTestDatabase();

const caseOf = async (operator: string): Promise<Case> => buildCase(operator, await readOperatorActivity(operator));
const context: Context = { actor: 'owner', nowMs: FIRST_AT + 86_400_000 };

test('a case holds the operator’s lines, answers, hashes and recipients', async () => {
  const { events, answers } = addTwoCompanies();
  judgeOperator(context, 'op-two', 'confirmed');
  const about = await caseOf('op-two');
  expect(about).toMatchObject({
    id: 'op-two',
    sample: false,
    standing: 'likely',
    confirmedAt: context.nowMs,
    utcOffsetMinutes: 540,
    summary: { events: 3, addresses: 3, recipients: 2, firstAt: FIRST_AT, lastAt: FIRST_AT + 3_600_000 },
    templates: [{ pattern: PATTERN, events: 3 }],
    uploads: [{ name: 'maillog', sha256: 'ab'.repeat(32), lines: 4, events: 4 }],
    recipients: ['mika@shop.example', 'ken@shop.example'],
    accepted: { total: 0, messages: 0, addresses: 0, lastMs: null, span: null },
  });
  expect(about.networks.map(({ prefixes, events: seen, addresses }) => [prefixes, seen, addresses])).toEqual([
    [['198.18.32.0/19'], 2, 2],
    [['203.0.113.16/28'], 1, 1],
    [['198.18.8.0/21'], 0, 0],
  ]);
  expect(about.lines.map(({ id, line, upload }) => [id, line, upload])).toEqual([
    [events[0], 1, 'maillog'],
    [events[1], 2, 'maillog'],
    [events[2], 3, 'maillog'],
  ]);
  const [first] = about.lines;
  expect(first?.parts.map(({ part, start, end }) => [part, first.text.slice(start, end)])).toEqual([
    ['time', 'Aug  3 12:15:23'],
    ['address', '198.18.51.40'],
    ['code', '450'],
    ['sender', 'rainbow+err20480@gbc001.mag.example'],
    ['recipient', 'mika@shop.example'],
    ['helo', 'r001.mail-b.example'],
  ]);
  expect(about.reasons).toMatchObject([
    { weight: 0.6, lines: [events[1]], answers: [answers.crimsonContact, answers.harborContact] },
  ]);
  expect(about.answers).toHaveLength(5);
});

test('a reason that a person rejected is none', async () => {
  addTwoCompanies();
  judgeFinding(context, 'finding-two', 'rejected');
  expect((await caseOf('op-two')).reasons).toEqual([]);
});

test('the recipients of every line shown are masked, also where the line is not the operator’s', async () => {
  const { events } = addTwoCompanies();
  const [finding] = readFindingsBySubject([{ detector: 'shared-contact', subject: 'phone:+81355500100' }]);
  if (!finding) throw new Error('the fixture has a finding');
  const evidence = [{ kind: 'event' as const, id: events[3] ?? 0 }];
  transaction(() => replaceFindings([{ ...finding, evidence }], () => 'other', context.nowMs));
  const about = await caseOf('op-two');
  expect(about.lines.map(({ id }) => id)).toContain(events[3]);
  expect(about.recipients).toEqual(['mika@shop.example', 'ken@shop.example', 'other@shop.example']);
});

test('a case says sample only where all of it is', async () => {
  addTwoCompanies('sample');
  expect((await caseOf('op-two')).sample).toBe(true);
});

test('at most 200 lines, what the reasons rest on among them', async () => {
  const many = Array.from(
    { length: 260 },
    (_, i): Refused => ({ address: '198.18.51.40', recipient: `r${i}@shop.example`, afterMs: i * 1000 }),
  );
  const { events } = addTwoCompanies('user', many);
  const about = await caseOf('op-two');
  expect(about.lines).toHaveLength(200);
  expect(about.lines.map(({ id }) => id)).toContain(events[1]);
  expect(about.summary.events).toBe(260);
  expect(about.recipients).toHaveLength(260);
});

test('a report is frozen with its hash, and the next one is another version', async () => {
  addTwoCompanies();
  const { publicId: first } = await makeReport(context, { operator: 'op-two', language: 'en' });
  const html = readReportHtml(first);
  expect(readReport(first, 0)).toMatchObject({ version: 1, language: 'en', masked: true, sha256: sha256(html) });
  expect(html).toContain('198.18.51.40');
  for (const secret of ['mika', 'ken@', 'shop.example']) expect(html).not.toContain(secret);

  judgeOperator(context, 'op-two', 'confirmed');
  const { publicId: second } = await makeReport(context, { operator: 'op-two', language: 'ja', maskRecipients: false });
  expect(readReport(second, 0)).toMatchObject({ version: 2, language: 'ja', masked: false });
  expect(readReportHtml(second)).toContain('mika@shop.example');
  expect(readReportHtml(first)).toBe(html);
});

test('no report on what was rejected, is unknown, or was never seen', async () => {
  addTwoCompanies('user', [{ address: '192.0.2.9', recipient: 'a@shop.example', afterMs: 0 }]);
  const key = async (work: () => Promise<unknown>): Promise<string> => {
    try {
      await work();
      return '';
    } catch (error) {
      return error instanceof UserError ? error.sentence.key : String(error);
    }
  };
  const make = (operator: string) => () => makeReport(context, { operator, language: 'en' });
  expect(await key(make('nobody'))).toBe('services.operator.unknown');
  expect(await key(make('op-two'))).toBe('services.report.no-events');
  judgeOperator(context, 'op-two', 'rejected');
  expect(await key(make('op-two'))).toBe('services.report.rejected');
});
