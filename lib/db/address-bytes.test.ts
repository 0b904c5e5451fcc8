import { expect, test } from 'vitest';
import { addressToBytes, parseAddress } from '@/lib/model';
import { addressBytes, tryAddressBytes } from './address-bytes';

test.each(['192.0.2.1', '0.0.0.0', '255.255.255.255', '198.18.10.200', '2001:db8::1', '::ffff:192.0.2.1'])(
  '%s is the bytes that the model gives it',
  (text) => {
    const address = parseAddress(text);
    expect(address && Buffer.from(addressToBytes(address))).toEqual(addressBytes(text));
  },
);

test.each(['', '1.2.3', '1.2.3.4.5', '1.2.3.256', '01.2.3.4', '1..2.3', '1.2.3.4 ', 'unknown', '1.2.3.4.', '.1.2.3'])(
  '%j is no address',
  (text) => {
    expect(tryAddressBytes(text)).toBe(null);
    expect(() => addressBytes(text)).toThrow(/not an address/);
  },
);
