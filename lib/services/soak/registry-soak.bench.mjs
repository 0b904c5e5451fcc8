// @ts-check
// 100,000 addresses of 2,000 networks are asked about at five registries on this machine, one answer in ten wrong,
// the worker killed every few seconds: how many questions that takes, how many answers the kills lost, whether one
// was asked twice within its cache time or faster than its lane allows. `npm run bench -- soak`
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle, linkPackages } from './fixtures/bundle.mjs';

const NETWORKS = 2_000;
const ADDRESSES = 50;

const folder = mkdtempSync(path.join(tmpdir(), 'registry-soak-'));
try {
  linkPackages(folder);
  /** @type {typeof import('./fixtures/run-soak')} */
  const { runSoak } = await import(pathToFileURL(await bundle('run-soak', folder)).href);
  const counts = await runSoak({
    folder,
    worker: await bundle('soak-worker', folder),
    networks: NETWORKS,
    addresses: ADDRESSES,
    minIntervalMs: 100,
    killAfterMs: [2_000, 6_000],
    leaseMs: 4_000,
    seed: 20_261_124,
    limitMs: 30 * 60_000,
  });
  const { questions, kills, seconds, lost, twice, tooClose, closestMs, unknown, undetailed, left } = counts;
  console.log(
    `${counts.addresses.toLocaleString('en')} addresses of ${counts.networks.toLocaleString('en')} networks in ${seconds.toFixed(0)} s, the worker killed ${kills} times`,
  );
  console.log(
    `${questions.all.toLocaleString('en')} questions: ${questions.addresses} about addresses, ${questions.lists} for lists of a contact, ${questions.details} for details; ${questions.faults} answered wrongly, ${lost} answers lost by a kill and asked for once more`,
  );
  console.log(
    `asked twice within the cache time: ${twice}; closer than the rate of 100 ms: ${tooClose} (the closest ${closestMs} ms); addresses without a network: ${unknown}, networks without details: ${undetailed}, questions left: ${left}`,
  );
  if (twice + tooClose + unknown + undetailed + left > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
