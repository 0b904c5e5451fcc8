import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { all, run, sql } from '@/lib/db/connection';
import { listEvents } from '@/lib/db/fixtures/list-events';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { transaction } from '@/lib/db/transaction';
import { leaseJob } from '@/lib/db/write/jobs';
import { runJobs } from '@/lib/jobs';
import { createHandlers } from './handlers';
import { nameBlockLists } from './name-block-lists';
import { receiveUpload } from './receive-upload';

provideTestDatabase();

const MIGRATION = readFileSync('prisma/migrations/20261124221000_name_block_lists/migration.sql', 'utf8');
const START = Date.UTC(2026, 7, 9);

const line = (second: number, text: string): string =>
  `Aug  3 10:00:0${second} mx1 postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[198.18.1.${second}]: 554 5.7.1 ${text}; from=<a@news.example> to=<u@home.example> proto=ESMTP helo=<h.example>\n`;
const listed = (second: number, list: string): string =>
  line(second, `Service unavailable; Client host [198.18.1.${second}] blocked using ${list}`);

async function upload(text: string): Promise<void> {
  async function* chunks() {
    yield Buffer.from(text);
  }
  const input = { name: text.slice(0, 20), source: 'cli' as const, fileTimeMs: START, zone: 'UTC', year: null };
  await receiveUpload({ actor: 'owner', nowMs: START }, { ...input, expectedBytes: null }, chunks());
  await work();
}

async function work(): Promise<void> {
  const { ingest, detect, 'name-lists': nameLists } = createHandlers({});
  await runJobs({
    handlers: { ingest, detect, 'name-lists': nameLists },
    signal: new AbortController().signal,
    nowMs: Date.now,
    until: 'settled',
    onFault: (error) => {
      throw error;
    },
  });
}

/** The database as it was before kinds named block lists, and the migration once more. */
function forgetLists(): void {
  run('UPDATE Event SET kindId = (SELECT min(id) FROM Kind)');
  run('DELETE FROM Kind WHERE id > (SELECT min(id) FROM Kind)');
  run('UPDATE Kind SET dnsbl = NULL');
  sql().exec(MIGRATION);
}

const lists = async () => (await listEvents()).map(({ dnsbl }) => dnsbl);
const WANTED = ['zen.example', null, 'bl.example', 'zen.example'];

async function uploadBoth(): Promise<void> {
  await upload(listed(1, 'ZEN.example') + line(2, '<u@home.example>: Relay access denied'));
  await upload(listed(3, 'bl.example') + listed(4, 'zen.example'));
}

test('events of an older database get the block list that their own line names', async () => {
  await uploadBoth();
  expect(await lists()).toEqual(WANTED);
  forgetLists();
  await work();
  expect(await lists()).toEqual(WANTED);
  expect(all('SELECT DISTINCT dnsbl FROM Kind ORDER BY dnsbl')).toEqual([
    { dnsbl: null },
    { dnsbl: 'bl.example' },
    { dnsbl: 'zen.example' },
  ]);
});

test('it is done in turns, each with what it found', async () => {
  await uploadBoth();
  forgetLists();
  let clock = START;
  // A turn is over at the first look at the clock, so that it reads one block.
  const nowMs = (): number => (clock += 3_000);
  const context = { nowMs, renew: () => undefined, signal: new AbortController().signal };
  const left: number[] = [];
  for (let turn = 0; turn < 2; turn++) {
    const job = leaseJob(Date.now() + 60_000, 60_000, ['name-lists']);
    if (!job) throw new Error('there is no job');
    const outcome = await nameBlockLists(job, context);
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    transaction(() => {
      outcome.write();
      run("UPDATE Job SET state = 'done' WHERE id = ?", job.id);
    });
    left.push(all('SELECT 1 FROM Event e JOIN Kind k ON k.id = e.kindId WHERE k.dnsbl IS NULL').length);
  }
  expect(left).toEqual([3, 1]);
  expect(leaseJob(Date.now() + 60_000, 60_000, ['name-lists'])).toBeNull();
});

test('an empty database has nothing to be read once more', () => {
  sql().exec(MIGRATION);
  expect(all('SELECT 1 FROM Job')).toEqual([]);
});
