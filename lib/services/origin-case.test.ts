import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { readOperatorAccepted } from '@/lib/db/read/operator-accepted';
import { readOperator, readOperators } from '@/lib/db/read/operators';
import { queueState } from '@/lib/db/read/queue';
import type { JobKind } from '@/lib/db/write/jobs';
import { leaseJob } from '@/lib/db/write/jobs';
import { runJobs } from '@/lib/jobs';
import { createDirectory, createRdapDirectory } from '@/lib/registry';
import { loadAnswers, startWhoisServer, type WhoisServer } from '@/lib/registry/fixtures/whois-server';
import { addAnswers } from './add-answers';
import { askRegistry } from './ask-registry';
import { createHandlers } from './handlers';
import { planQuestions } from './plan-questions';
import { receiveUpload } from './receive-upload';

provideTestDatabase();

const SAMPLE = 'lib/services/sample-case';
const SEVEN = [
  '198.18.120.0/23',
  '198.18.126.0/24',
  '198.18.28.0/22',
  '198.18.32.0/19',
  '198.18.8.0/21',
  '198.18.96.0/20',
  '203.0.113.16/28',
];
const context = () => ({ actor: 'owner' as const, nowMs: Date.now() });

let registry: WhoisServer;
let port: number;
beforeEach(async () => {
  registry = await startWhoisServer({ answers: loadAnswers(`${SAMPLE}/answers`) });
  ({ port } = registry);
});
afterEach(() => registry.close());

async function receive(file: string): Promise<void> {
  const bytes = readFileSync(`${SAMPLE}/${file}`);
  async function* chunks() {
    yield bytes;
  }
  const upload = {
    name: file,
    source: 'paste' as const,
    fileTimeMs: Date.UTC(2026, 7, 4),
    zone: 'Asia/Tokyo',
    year: null,
  };
  await receiveUpload(context(), { ...upload, expectedBytes: bytes.length }, chunks());
}

async function settle(kinds: readonly JobKind[]): Promise<void> {
  const directory = createDirectory({
    'whois.nic.ad.jp': { address: '127.0.0.1', port: port, minIntervalMs: 0 },
  });
  const all = {
    ...createHandlers({}),
    ask: (job, jobContext) => askRegistry(job, jobContext, { whois: directory, rdap: createRdapDirectory() }),
  } satisfies ReturnType<typeof createHandlers>;
  const handlers = Object.fromEntries(kinds.map((kind) => [kind, all[kind]]));
  const faults: unknown[] = [];
  await runJobs({
    handlers,
    signal: new AbortController().signal,
    nowMs: Date.now,
    until: 'settled',
    onFault: (error) => faults.push(error),
  });
  expect(faults).toEqual([]);
}

function planWithFixture(): void {
  planQuestions(Date.now(), {
    whois: createDirectory({ 'whois.nic.ad.jp': { address: '127.0.0.1', port: port, minIntervalMs: 0 } }),
    rdap: createRdapDirectory(),
  });
}

function onlyOperator() {
  const { operators, total } = readOperators({ limit: 10, offset: 0 });
  expect(total).toBe(1);
  const operator = operators[0] && readOperator(operators[0].publicId);
  if (!operator) throw new Error('no operator');
  return operator;
}

test.each([
  ['maillog', 3],
  ['pasted.txt', 0],
])(
  'from %s to one operator: two companies, seven networks, four families, none of %i accepted mails',
  async (file, accepted) => {
    await receive(file);
    await settle(['ingest', 'detect']);
    planWithFixture();
    await settle(['ask', 'detect']);

    const operator = onlyOperator();
    expect(operator.organisations.map(({ name }) => name)).toEqual(['Crimson Relay Co., Ltd.', 'Harbor Mail Inc.']);
    expect(operator.networkList.map(({ text }) => text).sort()).toEqual(SEVEN);
    expect(
      operator.networkList
        .filter(({ events }) => events > 0)
        .map(({ text, events, addresses }) => [text, events, addresses]),
    ).toEqual([['198.18.32.0/19', 7, 6]]);
    expect(operator.standing).toMatch(/likely$/);
    expect(operator.families).toEqual(expect.arrayContaining(['registry', 'contact', 'behaviour']));
    expect(operator.reasons.length).toBeGreaterThanOrEqual(3);
    for (const reason of operator.reasons) expect(reason.evidence.length, reason.subject).toBeGreaterThan(0);
    expect(readOperatorAccepted(operator.publicId)).toEqual({
      total: accepted,
      messages: 0,
      addresses: 0,
      lastMs: null,
    });
    expect(queueState(['ask'], Date.now())).toMatchObject({ open: 0 });
  },
);

test('the pivot is asked before the details of the networks it names, and nothing is asked twice', async () => {
  await receive('pasted.txt');
  await settle(['ingest', 'detect']);
  planWithFixture();
  await settle(['ask', 'detect']);
  const asked = registry.queries.map((query) => query.trim());
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked[1]).toBe('^XY12345JP');
  expect(asked.filter((query) => query.includes('/'))).toHaveLength(6);
});

test('a worker that dies while it asks leaves nothing undone and nothing doubled', async () => {
  await receive('pasted.txt');
  await settle(['ingest', 'detect']);
  planWithFixture();
  // A killed worker is a lease nobody completes: it runs out, and the question is asked by the next one.
  expect(leaseJob(Date.now(), 1, ['ask'])?.kind).toBe('ask');
  await settle(['ask', 'detect']);
  expect(
    onlyOperator()
      .networkList.map(({ text }) => text)
      .sort(),
  ).toEqual(SEVEN);
});

test('without a network the questions wait, blocked, and pasted answers do instead', async () => {
  await receive('pasted.txt');
  await registry.close();
  registry = await startWhoisServer({ answers: [] }); // on another port: nobody listens on the old one
  await settle(['ingest', 'detect']);
  planWithFixture();
  await settle(['ask', 'detect']);
  // All six lie in one /24: one is asked about, and the others only where its answer does not cover them.
  expect(queueState(['ask'], Date.now())).toMatchObject({ open: 1, blocked: 1 });
  const pasted = loadAnswers(`${SAMPLE}/answers`)
    .filter(({ server }) => server === 'whois.nic.ad.jp' || server === 'whois.jprs.jp')
    .map(
      ({ server, query, bytes }) =>
        `$ whois -h ${server} ${query}\n${new TextDecoder(bytes.includes(0x1b) ? 'iso-2022-jp' : 'utf-8').decode(bytes)}\n`,
    );
  const added = addAnswers(context(), pasted.join('\nand then\n'));
  expect(added.networks.sort()).toEqual(SEVEN);
  await settle(['detect']);
  expect(onlyOperator().families).toEqual(expect.arrayContaining(['registry', 'contact', 'place', 'behaviour']));
});
