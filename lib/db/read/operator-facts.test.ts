import { expect, test } from 'vitest';
import { provideTestDatabase } from '../fixtures/test-database';
import { addTwoCompanies, FIRST_AT, type Refused } from '../fixtures/two-companies';
import { readOperatorTimeline } from './operators';
import { readAnswerSources, readOperatorCounts, readRegisteredFacts, readRetries } from './operator-facts';

provideTestDatabase();

test('an operator counts its organisations and the networks seen and not', () => {
  const { operatorId } = addTwoCompanies();
  expect(readOperatorCounts(operatorId)).toEqual({ organisations: 2, seen: 2, silent: 1 });
  expect(readOperatorCounts(999)).toEqual({ organisations: 0, seen: 0, silent: 0 });
});

test('tries again are told from tries again by the same address', () => {
  const { operatorId } = addTwoCompanies();
  expect(readRetries(operatorId)).toEqual({ retried: 1, fromSameAddress: 0 });
});

test('one address that tries twice is told', () => {
  const again: Refused = { address: '198.18.51.40', recipient: 'mika@shop.example', afterMs: 0 };
  const { operatorId } = addTwoCompanies('user', [again, { ...again, afterMs: 60_000 }]);
  expect(readRetries(operatorId)).toEqual({ retried: 1, fromSameAddress: 1 });
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

test('refusals fall into whole hours, retries told from first tries', () => {
  const { operatorId } = addTwoCompanies();
  const hour = FIRST_AT - (FIRST_AT % 3_600_000);
  expect(readOperatorTimeline(operatorId, 3_600_000)).toEqual([
    { atMs: hour, first: 1, retries: 1 },
    { atMs: hour + 3_600_000, first: 1, retries: 0 },
  ]);
});
