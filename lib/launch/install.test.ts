import { expect, it } from 'vitest';
import { isInstalled, isSupportedNode } from './install.mjs';

it.each([
  ['20.19.0', true],
  ['20.18.3', false],
  ['18.20.8', false],
  ['21.7.3', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['23.11.0', false],
  ['24.0.0', true],
  ['30.1.0', true],
])('Node %s: %s', (version, expected) => expect(isSupportedNode(version)).toBe(expected));

const LOCK = {
  packages: {
    '': { name: 'ringleader' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a/node_modules/b': { version: '2.0.0' },
    'node_modules/a-darwin': { version: '1.0.0', optional: true },
    'node_modules/t': { version: '3.0.0', dev: true },
  },
};
const A = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/a/node_modules/b': { version: '2.0.0' } };
const T = { 'node_modules/t': { version: '3.0.0', dev: true } };

it.each([
  ['all of it', { ...A, ...T }, true, true],
  ['the tests’ packages missing, and needed', A, true, false],
  ['the tests’ packages missing, and not needed', A, false, true],
  ['another version', { ...A, 'node_modules/a': { version: '1.0.1' } }, false, false],
  ['a nested one missing', { 'node_modules/a': { version: '1.0.0' } }, false, false],
])('%s', (_, packages, dev, expected) => expect(isInstalled(LOCK, { packages }, dev)).toBe(expected));

it('takes nothing for not installed', () => expect(isInstalled(LOCK, null, false)).toBe(false));
