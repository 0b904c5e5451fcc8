import { expect, test } from 'vitest';
import { addressToBytes, parsePrefix } from '@/lib/model';
import { writeMmdb } from './fixtures/write-mmdb.mjs';
import { CsvNetworks, isMmdb, openMmdb } from './index';

function readCsv(text: string, size = text.length) {
  const csv = new CsvNetworks();
  for (let at = 0; at < text.length; at += size) csv.push(text.slice(at, at + size));
  return csv.end();
}

const GEOLITE = `network,autonomous_system_number,autonomous_system_organization
198.18.0.0/15,64500,"Example Hosting, Inc."
198.18.32.0/19,64501,"The ""Crimson"" Relay"
2001:db8::/32,64502,Beispiel
not a network,64503,x
203.0.113.0/24,64504,"no end
`;

test.each([1000, 7, 1])('GeoLite2-ASN-Blocks, in pieces of %d', (size) => {
  const source = readCsv(GEOLITE, size);
  expect(source).toMatchObject({ networks: 3, badLines: 2, builtMs: null, content: 'network, asn, organisation' });
  expect(source?.find('198.18.33.1')).toEqual({
    network: '198.18.32.0/19',
    asn: 64501,
    organisation: 'The "Crimson" Relay',
    country: null,
  });
  expect(source?.find('198.19.255.255')).toMatchObject({ asn: 64500, organisation: 'Example Hosting, Inc.' });
  expect(source?.find('2001:DB8::1')).toMatchObject({ asn: 64502, network: '2001:db8::/32' });
  expect(source?.find('203.0.113.1')).toBeNull();
  expect(source?.find('198.18.0.0/15')).toBeNull();
});

test('ip2asn, without names of columns', () => {
  const source = readCsv(
    '198.18.0.0\t198.18.0.127\t64500\tJP\tEXAMPLE-AS Example\r\n198.18.1.0\t198.18.3.9\t0\tNone\tNot routed\r\n198.18.4.0\t198.18.4.9\t64501\tDE\tB\r\n198.18.9.9\t198.18.9.0\t1\tDE\tback\r\n',
  );
  expect(source).toMatchObject({ networks: 2, badLines: 1, content: 'start, end, asn, country, organisation' });
  expect(source?.find('198.18.0.9')).toEqual({
    network: '198.18.0.0/25',
    asn: 64500,
    organisation: 'EXAMPLE-AS Example',
    country: 'JP',
  });
  expect(source?.find('198.18.4.3')?.network).toBe('198.18.4.0 - 198.18.4.9');
  expect(source?.find('198.18.1.1')).toBeNull();
});

test.each([
  ['\ufeffPrefix;ASN;Name;Country\n198.18.0.0/15;AS64500;Example;jp\n', { asn: 64500, country: 'JP' }],
  [
    'start_ip,end_ip,country,country_code,as_name\n198.18.0.0,198.18.0.255,Japan,JP,Example',
    { country: 'JP', asn: null },
  ],
  ['198.18.0.0/15,64500,Example', { asn: 64500, organisation: 'Example' }],
  ['# by hand\n\ncidr,organization\n198.18.0.0/15,Example\n', { organisation: 'Example', asn: null }],
])('columns by their names: %j', (text, expected) => {
  expect(readCsv(text)?.find('198.18.0.7')).toMatchObject(expected);
});

test.each([
  ['nothing', ''],
  ['no networks', 'network,asn\n'],
  ['a log', 'Nov  4 05:14:21 mx1 postfix/smtpd[1]: connect from x[192.0.2.1]\n'],
  ['names that say nothing of an address', 'network,colour\n198.18.0.0/15,red\n'],
])('%s is no table', (_, text) => {
  expect(readCsv(text)).toBeNull();
});

test('a line without end costs no memory, and one that follows is read', () => {
  const csv = new CsvNetworks();
  csv.push('network,asn\n');
  for (let i = 0; i < 100; i++) csv.push('x'.repeat(10_000));
  csv.push('\n198.18.0.0/15,64500\n');
  expect(csv.end()).toMatchObject({ networks: 1, badLines: 1 });
});

const network = (text: string, data: Record<string, string | number | { iso_code: string }>) => {
  const prefix = parsePrefix(text);
  if (!prefix) throw new Error(text);
  const { family, first, length } = prefix;
  return { bytes: addressToBytes({ family, value: first }), length: family === 4 ? length + 96 : length, data };
};
const MMDB = writeMmdb(
  [
    network('198.18.0.0/15', { autonomous_system_number: 64500, autonomous_system_organization: 'Example' }),
    network('198.18.32.0/19', { asn: 'AS64501', as_name: 'Crimson Relay', country_code: 'JP' }),
    network('2001:db8::/32', { country: { iso_code: 'DE' } }),
    network('203.0.113.0/24', { city: 'Nowhere' }),
  ],
  { type: 'Example-ASN', builtMs: Date.UTC(2026, 9, 1) },
);

test('MMDB, in the columns of several makers', () => {
  expect(isMmdb(MMDB)).toBe(true);
  const source = openMmdb(MMDB);
  expect(source).toMatchObject({ content: 'Example-ASN', builtMs: Date.UTC(2026, 9, 1), badLines: 0 });
  expect(source.find('198.18.0.1')).toEqual({
    network: '198.18.0.0/19',
    asn: 64500,
    organisation: 'Example',
    country: null,
  });
  expect(source.find('198.18.33.1')).toEqual({
    network: '198.18.32.0/19',
    asn: 64501,
    organisation: 'Crimson Relay',
    country: 'JP',
  });
  expect(source.find('2001:db8::9')).toEqual({
    network: '2001:db8::/32',
    asn: null,
    organisation: null,
    country: 'DE',
  });
  for (const nothing of ['203.0.113.1', '192.0.2.1', '2001:db9::1', 'mail.example'])
    expect(source.find(nothing)).toBeNull();
});

test('what is no MMDB is told by its end', () => {
  expect(isMmdb(Buffer.from(GEOLITE))).toBe(false);
  expect(() => openMmdb(Buffer.from('\u00ab\u00cd\u00efMaxMind.com', 'latin1'))).toThrow();
});
