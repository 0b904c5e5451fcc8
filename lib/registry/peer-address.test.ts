import { describe, expect, it } from 'vitest';
import { isPublicPeer } from './peer-address';

describe('isPublicPeer', () => {
  it.each(['192.88.99.1', '2001:200::1', '2a00::1', '64:ff9b::c058:6301', '2002:c058:6301::1', '::ffff:192.88.99.1'])(
    'takes %s',
    (address) => {
      expect(isPublicPeer(address)).toBe(true);
    },
  );

  it.each([
    ['any', '0.0.0.0', '::'],
    ['loopback', '127.0.0.1', '127.255.255.254', '::1'],
    ['private', '10.0.0.1', '172.16.0.1', '192.168.1.1', '100.64.0.1', 'fd00::1', 'fc00::1', 'fec0::1'],
    ['link-local and metadata', '169.254.169.254', 'fe80::1', 'fd00:ec2::254', 'fe80::1%eth0', '8.8.8.8%1'],
    ['multicast', '224.0.0.1', '239.1.1.1', 'ff02::1'],
    ['benchmark', '198.18.0.1', '198.19.255.255', '2001:2::1'],
    ['documentation', '192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
    ['reserved', '240.0.0.1', '255.255.255.255', '192.0.0.1', '100::1', '4000::1', '5f00::1'],
    ['IPv4-mapped', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:a9fe:a9fe', '0:0:0:0:0:ffff:7f00:1'],
    ['IPv4-compatible and translated', '::127.0.0.1', '::8.8.8.8', '::ffff:0:127.0.0.1'],
    ['NAT64', '64:ff9b::127.0.0.1', '64:ff9b::a00:1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::808:808'],
    ['6to4', '2002:7f00:1::1', '2002:a00:1::', '2002:a9fe:a9fe::'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:80ff:fffe', '2001::1'],
    ['no address', '', 'localhost', '127.1', '0x7f000001', '2130706433', '010.0.0.1', '[::1]', '1.2.3.4:43'],
  ])('refuses %s', (_, ...addresses) => {
    expect(addresses.filter(isPublicPeer)).toEqual([]);
  });
});
