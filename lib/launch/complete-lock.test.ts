import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { entryOf, missingPackages } from './complete-lock.mjs';
import { ROOT } from './places.mjs';

it('finds what the lock file lacks', () => {
  const packages = {
    'node_modules/fast': {
      optionalDependencies: { 'fast-linux-x64': '1.0.0', '@fast/darwin-arm64': '1.0.0' },
      dev: true,
    },
    'node_modules/fast/node_modules/fast-linux-x64': { version: '1.0.0' },
  };
  expect(missingPackages(packages)).toEqual([
    { where: 'node_modules/@fast/darwin-arm64', name: '@fast/darwin-arm64', version: '1.0.0', dev: true },
  ]);
});

it('writes the entry of a platform package from its name', () => {
  expect(entryOf({ name: '@a/b-linux-arm64-musl', version: '1.2.3', dev: true })).toEqual({
    version: '1.2.3',
    cpu: ['arm64'],
    dev: true,
    libc: ['musl'],
    optional: true,
    os: ['linux'],
  });
  expect(() => entryOf({ name: '@a/b-linux-x64', version: '^1.2.3', dev: false })).toThrow('no exact version');
  expect(() => entryOf({ name: 'fsevents', version: '2.3.3', dev: false })).toThrow('what machine');
});

it('package-lock.json is complete: without these `npm ci` refuses it (node lib/launch/complete-lock.mjs adds them)', () => {
  const lock: unknown = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));
  const packages = lock && typeof lock === 'object' && 'packages' in lock ? Object(lock.packages) : {};
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(missingPackages(packages).map(({ name }) => name)).toEqual([]);
});
