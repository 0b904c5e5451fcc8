import { expect, test } from 'vitest';
import { provideTestDatabase } from '../fixtures/test-database';
import { addTwoCompanies, FIRST_AT } from '../fixtures/two-companies';
import { readAnswerSources, readOperatorCounts, readRegisteredFacts } from './operator-facts';

provideTestDatabase();

test('an operator counts its organisations and the networks seen and not', () => {
  const { operatorId } = addTwoCompanies();
  expect(readOperatorCounts(operatorId)).toEqual({ organisations: 2, seen: 2, silent: 1 });
  expect(readOperatorCounts(999)).toEqual({ organisations: 0, seen: 0, silent: 0 });
});

test('what the registries say, with the answer that says it', () => {
  const { operatorId, answers, contacts } = addTwoCompanies();
  expect(readRegisteredFacts(operatorId)).toEqual({
    contacts: [
      { id: contacts.crimson, handle: 'XY12345JP', phone: '03-5550-0100', networks: 2 },
      { id: contacts.harbor, handle: 'HM00001JP', phone: '03-5550-0100', networks: 1 },
    ],
    abuseEmails: ['netadmin@crimson-relay.example'],
    allocatedFrom: '2011-03-01',
    allocatedTo: '2011-03-01',
    asked: { id: answers.harbor, server: 'whois.nic.ad.jp', askedMs: FIRST_AT + 7_200_000 },
  });
  expect(readAnswerSources([answers.harbor])).toEqual([
    {
      id: answers.harbor,
      server: 'whois.nic.ad.jp',
      query: '203.0.113.20',
      askedMs: FIRST_AT + 7_200_000,
      source: 'live',
    },
  ]);
});
