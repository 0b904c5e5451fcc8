import { expect, it } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { message, UserError } from '@/lib/model';
import { readOwnNetworks } from './own-addresses';
import { saveOwnNetworks } from './own-networks';

provideTestDatabase();

const CONTEXT = { actor: 'owner', nowMs: 0 } as const;

it('takes addresses, blocks and ranges, canonical and once each', () => {
  const text = '# office\n192.0.2.77/24\r\n192.0.2.0/24\n\n2001:DB8::1 # mail\n198.51.100.1 - 198.51.100.3\n';
  expect(saveOwnNetworks(CONTEXT, text)).toBe(3);
  expect(readOwnNetworks()).toEqual(['192.0.2.0/24', '2001:db8::1/128', '198.51.100.1 - 198.51.100.3']);
});

it('names the line that is none, and changes nothing', () => {
  saveOwnNetworks(CONTEXT, '192.0.2.0/24');
  expect(() => saveOwnNetworks(CONTEXT, '203.0.113.0/24\n\n203.0.113.0/33')).toThrow(
    new UserError('bad-input', message('services.own-networks.bad', { line: 3, text: '203.0.113.0/33' })),
  );
  expect(readOwnNetworks()).toEqual(['192.0.2.0/24']);
});

it('an empty text takes all back', () => {
  saveOwnNetworks(CONTEXT, '192.0.2.0/24');
  expect(saveOwnNetworks(CONTEXT, ' \n')).toBe(0);
  expect(readOwnNetworks()).toEqual([]);
});
