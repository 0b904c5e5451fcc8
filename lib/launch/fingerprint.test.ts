import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashContents, hashStats, listFiles } from './fingerprint.mjs';

let base = '';
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'ringleader-'));
  for (const file of ['lib/a/one.ts', 'lib/a/one.test.ts', 'lib/fixtures/x.log', 'lib/.swap', 'proxy.ts']) {
    mkdirSync(path.dirname(path.join(base, file)), { recursive: true });
    writeFileSync(path.join(base, file), file);
  }
});
afterEach(() => rmSync(base, { recursive: true }));

it('lists files in one order, without hidden ones and without what is not wanted', () => {
  const wanted = (file: string) => !file.includes('.test.') && file !== 'lib/fixtures';
  expect(listFiles(['proxy.ts', 'lib', 'gone'], wanted, base)).toEqual(['lib/a/one.ts', 'proxy.ts']);
});

it('tells a new content from a new time', () => {
  const files = ['lib/a/one.ts', 'proxy.ts'];
  const [contents, stats] = [hashContents(files, base), hashStats(files, base)];
  utimesSync(path.join(base, 'proxy.ts'), 1, 1);
  expect(hashContents(files, base)).toBe(contents);
  expect(hashStats(files, base)).not.toBe(stats);
  writeFileSync(path.join(base, 'proxy.ts'), 'PROXY.ts');
  expect(hashContents(files, base)).not.toBe(contents);
  expect(hashContents(['lib/a/one.ts'], base)).not.toBe(contents);
});
