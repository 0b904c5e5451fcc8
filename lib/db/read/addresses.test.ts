import { expect, test } from 'vitest';
import { parseAddress } from '@/lib/model';
import { all } from '../connection';
import { provideTestDatabase } from '../fixtures/test-database';
import { readAddress, readAddressOwners } from './addresses';
import { insertOperator, insertSmallCase, NOON } from './fixtures/small-case';
import { readLogOffset } from './log-offset';
import { partsOf, readTemplate } from './templates';

provideTestDatabase();

const read = (text: string) => {
  const address = parseAddress(text);
  if (!address) throw new Error(text);
  return readAddress(address);
};

test('an address that was refused, with its network, organisation and operator', () => {
  expect(readLogOffset()).toBe(0);
  insertSmallCase();
  insertOperator();
  expect(readLogOffset()).toBe(540);
  const { id, owner, ...address } = read('198.18.32.1');
  expect(address).toEqual({ text: '198.18.32.1', events: 1, firstMs: NOON + 60_000, lastMs: NOON + 60_000 });
  expect(owner).toMatchObject({ network: '198.18.32.0/19', networkName: 'CRIMSON', organisation: 'Crimson Relay' });
  expect(owner?.operatorId).not.toBeNull();
  expect(readAddressOwners([id ?? 0, 999])).toEqual(new Map([[id, owner]]));
});

test('an address that no log named lies in the smallest network that is known', () => {
  insertSmallCase();
  expect(read('198.18.33.200')).toMatchObject({
    id: null,
    events: 0,
    firstMs: null,
    owner: { network: '198.18.32.0/19' },
  });
  expect(read('2001:DB8:0::9')).toEqual({
    ...{ id: null, text: '2001:db8::9', events: 0, firstMs: null, lastMs: null },
    owner: null,
  });
});

test('a template tells what varies in it', () => {
  insertSmallCase();
  const [row] = all<{ id: number }>("SELECT id FROM Template WHERE pattern LIKE 'rainbow%'");
  expect(readTemplate(row?.id ?? 0)).toEqual({
    id: row?.id,
    pattern: 'rainbow+err{digits}@relay.example',
    parts: ['digits'],
  });
  expect(readTemplate(0)).toBeUndefined();
});

test.each([
  ['', []],
  ['anna@shop.example', []],
  ['a*b@shop.example', []],
  ['{hex}-{digits}-{hex}@*.mag.example', ['hex', 'digits', 'label']],
  ['bounce-{recipient}@mag.example', ['recipient']],
])('%j varies in %j', (pattern, parts) => {
  expect(partsOf(pattern)).toEqual(parts);
});
