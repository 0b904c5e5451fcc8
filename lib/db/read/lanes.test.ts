import { describe, expect, it } from 'vitest';
import { message } from '@/lib/model';
import { provideTestDatabase } from '../fixtures/test-database';
import { enqueue, failJob, leaseJob, paceLane, stopLane } from '../write/jobs';
import { countQuestion } from '../write/lane-days';
import { readFailedQuestions, readLanes, readWaitingQuestions } from './lanes';

provideTestDatabase();

const NOW = 1_000_000;
const HOST = 'whois.nic.ad.jp';
const NO_ROUTE = message('registry.failure.no-route', { server: HOST });

function ask(kind: string, key: string, priority: number): void {
  enqueue({ kind: 'ask', key: `ask:${HOST}:${kind}:${key}`, lane: HOST, payload: { kind, key }, priority }, NOW);
}

function lease() {
  const job = leaseJob(NOW, 60_000, ['ask']);
  if (!job) throw new Error('nothing to lease');
  return job;
}

describe('the registries’ lanes', () => {
  it('tell what runs, what waits and why', () => {
    ask('address', '198.18.32.1', 1);
    ask('pivot', 'CR001JP', 9);
    ask('network', '198.18.64.0/20', 0);
    failJob(lease(), NO_ROUTE, NOW, NOW + 240_000, true);
    lease();
    enqueue({ kind: 'ingest', key: 'ingest:x', lane: 'ingest', payload: {} }, NOW);
    countQuestion(HOST, 3, NOW - 86_400_000);
    countQuestion(HOST, 3, NOW);
    countQuestion(HOST, 2, NOW);
    expect(readLanes(NOW)).toEqual([
      {
        name: HOST,
        waiting: 2,
        blocked: 1,
        failed: 0,
        done: 0,
        today: 2,
        running: {
          key: `ask:${HOST}:address:198.18.32.1`,
          lane: HOST,
          kind: 'address',
          subject: '198.18.32.1',
          availableMs: NOW,
          attempts: 1,
          state: 'leased',
          error: null,
        },
        next: expect.objectContaining({ kind: 'network', subject: '198.18.64.0/20', state: 'waiting' }),
        nextMs: NOW,
        lastMs: null,
        lastError: NO_ROUTE,
        errorMs: NOW,
        stoppedMs: null,
      },
    ]);
  });

  it('wait for their pace, and longer where they are stopped', () => {
    ask('address', '198.18.32.1', 1);
    paceLane(HOST, NOW + 10_000);
    expect(readLanes(NOW)[0]).toMatchObject({ nextMs: NOW + 10_000, stoppedMs: null });
    stopLane(HOST, NOW + 50_000);
    expect(readLanes(NOW)[0]).toMatchObject({ nextMs: NOW + 50_000, stoppedMs: NOW + 50_000 });
    expect(readLanes(NOW + 50_000)[0]).toMatchObject({ stoppedMs: null });
  });
});

describe('questions', () => {
  it('wait in the order they will be asked, and are given up', () => {
    ask('address', '198.18.32.1', 1);
    ask('pivot', 'CR001JP', 9);
    const subjects = () => readWaitingQuestions(10, NOW).questions.map(({ subject }) => subject);
    expect(subjects()).toEqual(['CR001JP', '198.18.32.1']);
    failJob(lease(), NO_ROUTE, NOW, null);
    expect(subjects()).toEqual(['198.18.32.1']);
    expect(readWaitingQuestions(0, NOW)).toEqual({ questions: [], total: 1 });
    expect(readFailedQuestions(10)).toEqual([
      {
        key: `ask:${HOST}:pivot:CR001JP`,
        lane: HOST,
        kind: 'pivot',
        subject: 'CR001JP',
        availableMs: NOW,
        attempts: 1,
        state: 'failed',
        error: NO_ROUTE,
      },
    ]);
  });
});
