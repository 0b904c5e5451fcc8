import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeDatabase } from '@/lib/db/connection';
import { bundle, linkPackages } from './fixtures/bundle.mjs';
import { runSoak } from './fixtures/run-soak';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'registry-soak-'));
  linkPackages(folder);
});
afterEach(() => {
  closeDatabase();
  rmSync(folder, { recursive: true });
  delete process.env['RINGLEADER_DATA'];
});

test('registries that fail one time in ten, asked by a worker that is killed again and again, are asked once', async () => {
  const counts = await runSoak({
    folder,
    worker: await bundle('soak-worker', folder),
    networks: 40,
    addresses: 50,
    minIntervalMs: 40,
    killAfterMs: [1_000, 2_500],
    leaseMs: 1_500,
    seed: 20_261_124,
    limitMs: 90_000,
  });
  expect(counts, JSON.stringify(counts)).toMatchObject({
    addresses: 2_000,
    networks: 40,
    unknown: 0,
    undetailed: 0,
    left: 0,
    twice: 0,
    tooClose: 0,
  });
  const { all, faults } = counts.questions;
  expect(all - faults - counts.lost).toBeLessThanOrEqual(40 + 40 / 5);
}, 120_000);
