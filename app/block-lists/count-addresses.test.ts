import { expect, it } from 'vitest';
import { countAddresses } from './count-addresses';

it.each([
  [[], { addresses: 0, six: 0 }],
  [['198.18.32.0/19', '203.0.113.16/28', '192.0.2.7/32'], { addresses: 8192 + 16 + 1, six: 0 }],
  [['2001:db8::/32', '198.18.0.0/24'], { addresses: 256, six: 1 }],
])('%j', (prefixes, expected) => {
  expect(countAddresses(prefixes)).toEqual(expected);
});
