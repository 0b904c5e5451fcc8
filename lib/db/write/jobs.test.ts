import { describe, expect, test } from 'vitest';
import { message } from '@/lib/model';
import { one } from '../connection';
import { queueState } from '../read/queue';
import { provideTestDatabase } from '../fixtures/test-database';
import {
  completeJob,
  enqueue,
  enqueueAgain,
  failJob,
  leaseJob,
  LostLease,
  type NewJob,
  paceLane,
  renewLease,
  resumeLane,
  stopLane,
} from './jobs';

provideTestDatabase();

const ask = (key: string, more: Partial<NewJob> = {}): NewJob => ({
  kind: 'ask',
  key,
  lane: 'whois.example',
  payload: {},
  ...more,
});
const lease = (nowMs: number) => leaseJob(nowMs, 1_000, ['ask', 'detect']);
const leased = (nowMs: number) => {
  const job = lease(nowMs);
  if (!job) throw new Error('nothing to lease');
  return job;
};

test('a key is queued once, and its highest priority counts', () => {
  expect(enqueue(ask('a', { priority: 1 }), 0)).toBe(true);
  expect(enqueue(ask('b', { priority: 5 }), 0)).toBe(true);
  expect(enqueue(ask('a', { priority: 9 }), 0)).toBe(false);
  expect(queueState(['ask'], 0).open).toBe(2);
  expect(leased(0).key).toBe('a');
});

describe('a lease', () => {
  test('keeps the lane to one job until it ends or runs out', () => {
    enqueue(ask('a'), 0);
    enqueue(ask('b'), 0);
    enqueue(ask('c', { lane: 'other.example' }), 0);
    const first = leased(0);
    expect(leased(0).key).toBe('c');
    expect(lease(999)).toBeNull();
    const again = leased(1_000);
    expect([again.key, again.attempts, again.fence]).toEqual(['a', 2, first.fence + 1]);
  });

  test('that was lost can neither be renewed nor completed, nor write anything', () => {
    enqueue(ask('a'), 0);
    const old = leased(0);
    const current = leased(1_000);
    expect(() => renewLease(old, 5_000)).toThrow(LostLease);
    expect(() => completeJob(old, 1_500)).toThrow(LostLease);
    expect(() => failJob(old, message('x'), 1_500, null)).toThrow(LostLease);
    expect(
      one<{ lastError: string | null }>(`SELECT lastError FROM Lane WHERE name = 'whois.example'`)?.lastError,
    ).toBeNull();
    completeJob(current, 1_600);
    expect(queueState(['ask'], 0).open).toBe(0);
  });
});

test('a lane keeps its pace, and stops and goes on as told', () => {
  enqueue(ask('a'), 0);
  paceLane('whois.example', 500);
  expect(lease(499)).toBeNull();
  stopLane('whois.example', 10_000);
  expect(lease(600)).toBeNull();
  resumeLane('whois.example', 700);
  expect(leased(700).key).toBe('a');
});

test('a failed job waits for its time; a blocked one is counted as such; a given-up one is gone from the queue', () => {
  enqueue(ask('a'), 0);
  failJob(leased(0), message('no-route'), 0, 5_000, true);
  expect(queueState(['ask'], 0)).toEqual({ open: 1, blocked: 1, nextMs: 5_000 });
  expect(lease(4_999)).toBeNull();
  failJob(leased(5_000), message('no-route'), 5_000, null);
  expect(queueState(['ask'], 0).open).toBe(0);
});

test('work asked for while it runs runs once more afterwards', () => {
  const detect: NewJob = { kind: 'detect', key: 'detect', lane: 'detect', payload: {} };
  enqueueAgain(detect, 0);
  const job = leased(0);
  enqueueAgain(detect, 1);
  enqueueAgain(detect, 2);
  completeJob(job, 3);
  const second = leased(3);
  completeJob(second, 4);
  expect(lease(5)).toBeNull();
  enqueueAgain(detect, 6);
  expect(leased(6).key).toBe('detect');
});
