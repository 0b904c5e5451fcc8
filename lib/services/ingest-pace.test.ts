import { expect, test } from 'vitest';
import { IngestPace } from './ingest-pace';

test('so many batches and bytes a minute, each token by itself', () => {
  const pace = new IngestPace({ batches: 2, bytes: 100, atOnce: 5 });
  const send = (token: number, bytes: number, nowMs: number): number => {
    const wait = pace.enter(token, nowMs);
    if (wait === 0) pace.leave(token, bytes, nowMs);
    return wait;
  };
  expect([send(1, 10, 0), send(1, 10, 1_000), send(1, 10, 20_500)]).toEqual([0, 0, 40]);
  expect(send(1, 10, 60_000)).toBe(0);
  expect([send(2, 200, 0), send(2, 1, 30_000)]).toEqual([0, 30]);
});

test('so many at one time, of all tokens', () => {
  const pace = new IngestPace({ batches: 9, bytes: 9, atOnce: 2 });
  expect([pace.enter(1, 0), pace.enter(2, 0), pace.enter(3, 0)]).toEqual([0, 0, 1]);
  pace.leave(1, 0, 0);
  expect(pace.enter(3, 0)).toBe(0);
});
