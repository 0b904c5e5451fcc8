import { expect, test } from 'vitest';
import { one } from '@/lib/db/connection';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import type { ParsedAnswer, RegistryId } from '@/lib/model';
import { storeAnswer } from './store-answer';

provideTestDatabase();

test.each<[RegistryId, string, string | null]>([
  ['jpnic', '03-5550-0100', '+81355500100'],
  ['krnic', '02-555-0100', '+8225550100'],
  ['twnic', '02-5550-0100', '+886255500100'],
  ['nicbr', '(11) 5550-0100', '+551155500100'],
  ['ripe', '020-555-0100', null],
])('%s: %s is %s', (registry, phone, expected) => {
  const nothing = { email: null, organisation: null, division: null, title: null, fax: null };
  const contact = { registry, handle: 'X1', kind: 'person', name: null, phone, proxy: false, fields: [] } as const;
  const parsed: ParsedAnswer = {
    registry,
    status: 'found',
    networks: [],
    organisations: [],
    contacts: [{ ...contact, ...nothing, postalAddress: null, updatedOn: null }],
    references: [],
    listed: [],
    referral: null,
  };
  storeAnswer({ server: 'x', query: 'X1', bytes: Buffer.from('x'), text: 'x', askedMs: 1, source: 'live' }, parsed);
  expect(one<{ phone: string | null }>('SELECT phoneE164 AS phone FROM Contact')?.phone).toBe(expected);
});
