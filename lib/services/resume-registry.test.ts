import { expect, it } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { readLanes } from '@/lib/db/read/lanes';
import { enqueue, failJob, leaseJob, STOPPED_FOR_GOOD_MS } from '@/lib/db/write/jobs';
import { message, UserError } from '@/lib/model';
import { resumeRegistry, retryQuestion, stopRegistry } from './resume-registry';

provideTestDatabase();

const NOW = 1_000_000;
const LATER = { actor: 'owner', nowMs: NOW + 1 } as const;
const HOST = 'whois.nic.ad.jp';
const KEY = `ask:${HOST}:address:192.0.2.1`;

function fail(retryMs: number | null): void {
  enqueue({ kind: 'ask', key: KEY, lane: HOST, payload: { kind: 'address', key: '192.0.2.1' } }, NOW);
  const job = leaseJob(NOW, 1000, ['ask']);
  if (!job) throw new Error('nothing to lease');
  failJob(job, message('registry.failure.no-route'), NOW, retryMs, true);
}

it('a registry is stopped for good, and asks at once when resumed', () => {
  fail(NOW + 240_000);
  stopRegistry(LATER, HOST);
  expect(readLanes(NOW)[0]?.stoppedMs).toBe(STOPPED_FOR_GOOD_MS);
  resumeRegistry(LATER, HOST);
  expect(readLanes(NOW)[0]).toMatchObject({ stoppedMs: null, nextMs: NOW + 1, waiting: 1 });
});

it('a question that was given up is tried again', () => {
  fail(null);
  retryQuestion(LATER, KEY);
  expect(readLanes(NOW)[0]).toMatchObject({ waiting: 1, failed: 0, nextMs: NOW + 1 });
});

it.each([
  ['not-found', 'services.registry.unknown', () => resumeRegistry(LATER, 'whois.other.example')],
  ['not-found', 'services.registry.unknown', () => stopRegistry(LATER, 'ingest')],
  ['conflict', 'services.registry.not-failed', () => retryQuestion(LATER, KEY)],
  ['conflict', 'services.registry.not-failed', () => retryQuestion(LATER, 'ingest:x')],
] as const)('%s %s', (code, key, work) => {
  enqueue({ kind: 'ingest', key: 'ingest:x', lane: 'ingest', payload: {} }, NOW);
  expect.assertions(2);
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code, sentence: { key } });
  }
});
