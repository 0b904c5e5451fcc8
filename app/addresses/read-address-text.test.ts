import { expect, test } from 'vitest';
import { formatAddress } from '@/lib/model';
import { readAddressText } from './read-address-text';

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:DB8::0:1', '2001:db8::1'],
  ['2001%3Adb8%3A%3A1', '2001:db8::1'],
  ['192.0.2.0%2F24', null],
  ['192.0.2.256', null],
  ['crimson', null],
  ['%', null],
  ['', null],
  ['1'.repeat(10_000), null],
])('%j is read as %j', (part, text) => {
  const address = readAddressText(part);
  expect(address && formatAddress(address)).toBe(text);
});
