import { expect, test } from 'vitest';
import { provideTestDatabase } from '../fixtures/test-database';
import { addTwoCompanies, FIRST_AT } from '../fixtures/two-companies';
import { readContact } from './contacts';
import { type NetworkPage, readNetwork, readNetworks } from './networks';
import { readOrganisation } from './organisations';

provideTestDatabase();

const page = (more: Partial<NetworkPage> = {}): NetworkPage => ({
  sort: 'refusals',
  show: 'all',
  limit: 50,
  offset: 0,
  ...more,
});
const texts = (more: Partial<NetworkPage> = {}): string[] => readNetworks(page(more)).networks.map(({ text }) => text);

test('networks come by refusals or by range, all, seen or silent, page by page', () => {
  addTwoCompanies();
  expect(texts()).toEqual(['198.18.32.0/19', '203.0.113.16/28', '198.18.8.0/21']);
  expect(texts({ sort: 'range' })).toEqual(['198.18.8.0/21', '198.18.32.0/19', '203.0.113.16/28']);
  expect(texts({ show: 'seen' })).toEqual(['198.18.32.0/19', '203.0.113.16/28']);
  expect(texts({ show: 'silent' })).toEqual(['198.18.8.0/21']);
  expect(texts({ limit: 1, offset: 1 })).toEqual(['203.0.113.16/28']);
  expect(readNetworks(page({ show: 'silent' }))).toMatchObject({ total: 1, counts: { all: 3, seen: 2, silent: 1 } });
});

test('a network says who is named on it, what was seen in it and whose it is', () => {
  const { networks, organisations, answers, contacts } = addTwoCompanies();
  const network = readNetwork(networks.crimson);
  expect(network).toMatchObject({
    text: '198.18.32.0/19',
    organisation: 'Crimson Relay Co., Ltd.',
    organisationId: organisations.crimson,
    allocatedOn: '2011-03-01',
    events: 2,
    addresses: 2,
    detailed: true,
    answerId: answers.crimson,
    utcOffsetMinutes: 540,
    around: [],
    inside: [],
    operators: [{ publicId: 'op-two', verdict: null }],
    fields: [{ label: 'Network Number', value: '198.18.32.0/19' }],
  });
  expect(network?.contacts.map(({ id, role, answerId }) => [id, role, answerId])).toEqual([
    [contacts.crimson, 'admin', answers.crimson],
    [contacts.crimson, 'tech', answers.crimson],
    [contacts.crimson, 'referred', answers.crimsonContact],
  ]);
  expect(network?.addressList).toEqual([
    { text: '198.18.51.40', events: 1, firstMs: FIRST_AT, lastMs: FIRST_AT },
    { text: '198.18.51.165', events: 1, firstMs: FIRST_AT + 420_000, lastMs: FIRST_AT + 420_000 },
  ]);
  expect(readNetwork(9999)).toBeUndefined();
});

test('a contact names each network once, with all the parts it plays and the list that says so', () => {
  const { networks, answers, contacts } = addTwoCompanies();
  const contact = readContact(contacts.crimson);
  expect(contact).toMatchObject({ handle: 'XY12345JP', phoneE164: '+81355500100', detailed: true });
  expect(contact?.networks.map(({ id, roles, events, answerId }) => ({ id, roles, events, answerId }))).toEqual([
    { id: networks.crimson, roles: ['admin', 'tech', 'referred'], events: 2, answerId: answers.crimsonContact },
    { id: networks.silent, roles: ['admin', 'tech', 'referred'], events: 0, answerId: answers.crimsonContact },
  ]);
  expect(contact?.samePhone.map(({ handle }) => handle)).toEqual(['HM00001JP']);
});

test('an organisation lists its networks, the contacts on them and its operators', () => {
  const { organisations, contacts } = addTwoCompanies();
  const organisation = readOrganisation(organisations.crimson);
  expect(organisation?.networks.map(({ text, events }) => [text, events])).toEqual([
    ['198.18.32.0/19', 2],
    ['198.18.8.0/21', 0],
  ]);
  expect(organisation?.contacts).toEqual([
    { id: contacts.crimson, handle: 'XY12345JP', name: 'Example, Person', networks: 2 },
  ]);
  expect(organisation?.operators.map(({ publicId }) => publicId)).toEqual(['op-two']);
});
