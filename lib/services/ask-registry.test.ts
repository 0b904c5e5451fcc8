import { afterEach, expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { readContact } from '@/lib/db/read/contacts';
import { readNetwork, readNetworks } from '@/lib/db/read/networks';
import { startRegistries, type TestRegistries } from './fixtures/test-registries';

provideTestDatabase();

let site: TestRegistries | null = null;
afterEach(async () => {
  await site?.close();
  site = null;
});

const ADDRESS = '198.18.51.40';
const PREFIX = { prefixes: ['198.18.0.0/15'] };

test('a network that APNIC mirrors is asked about at JPNIC, once, which knows its contacts', async () => {
  site = await startRegistries({
    'whois.apnic.net': { answers: { [ADDRESS]: 'apnic-mirrors-jpnic' }, row: PREFIX },
    'whois.nic.ad.jp': {
      answers: { [ADDRESS]: 'jpnic-network-en', '^XY12345JP': 'jpnic-pivot-no-match' },
    },
  });
  await site.ask([ADDRESS, '198.18.51.41']);

  expect(site.queries('whois.apnic.net')).toEqual([`-r -T inetnum,inet6num ${ADDRESS}`]);
  expect(site.queries('whois.nic.ad.jp')).toEqual([ADDRESS, '^XY12345JP']);
  const { networks } = readNetworks({ sort: 'range', show: 'all', limit: 10, offset: 0 });
  expect(networks.map(({ registry, text }) => [registry, text])).toEqual([['jpnic', '198.18.32.0/19']]);
  const network = readNetwork(networks[0]?.id ?? 0);
  expect(network).toMatchObject({ allocatedOn: '2011-03-01', abuseEmail: 'netadmin@crimson-relay.example' });
  const contact = readContact(network?.contacts[0]?.id ?? 0);
  expect(contact).toMatchObject({ registry: 'jpnic', handle: 'XY12345JP' });
});
