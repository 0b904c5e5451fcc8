import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withLock } from './lock.mjs';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ringleader-'));
  file = path.join(folder, 'sub', 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The id of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

it('holds the lock while the work runs and gives it back, also when the work fails', async () => {
  const seen = await withLock(file, async () => readFileSync(file, 'utf8'));
  expect(seen).toBe(String(process.pid));
  expect(existsSync(file)).toBe(false);
  await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(file)).toBe(false);
});

it('lets one work at a time, and tells who is waited for', async () => {
  const order: string[] = [];
  let release = () => {};
  const first = withLock(file, async () => {
    order.push('first in');
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    order.push('first out');
  });
  const second = withLock(
    file,
    async () => order.push('second in'),
    (pid) => {
      order.push(`waits for ${pid}`);
      release();
    },
  );
  await Promise.all([first, second]);
  expect(order).toEqual(['first in', `waits for ${process.pid}`, 'first out', 'second in']);
});

it('takes over from a holder that died', async () => {
  await withLock(file, async () => {});
  writeFileSync(file, String(deadPid()));
  expect(await withLock(file, async () => readFileSync(file, 'utf8'))).toBe(String(process.pid));
});

it('takes over from a holder whose number another program has now', async () => {
  await withLock(file, async () => {});
  writeFileSync(file, String(process.ppid));
  utimesSync(file, 1, 1);
  expect(await withLock(file, async () => readFileSync(file, 'utf8'))).toBe(String(process.pid));
});

it('gives a dead holder’s lock to one only of many who want it', async () => {
  await withLock(file, async () => {});
  writeFileSync(file, String(deadPid()));
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside--;
  };
  await Promise.all(Array.from({ length: 5 }, () => withLock(file, work)));
  expect(most).toBe(1);
});
