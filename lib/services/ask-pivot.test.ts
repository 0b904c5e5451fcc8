import { expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { addTwoCompanies } from '@/lib/db/fixtures/two-companies';
import { readContact } from '@/lib/db/read/contacts';
import { leaseJob } from '@/lib/db/write/jobs';
import { UserError } from '@/lib/model';
import { createDirectory, createRdapDirectory } from '@/lib/registry';
import { askPivot, pivotStanding } from './ask-pivot';
import type { Context } from './context';

provideTestDatabase();

const context: Context = { actor: 'owner', nowMs: 1000 };

const site = (overrides: unknown = {}) => ({ whois: createDirectory(overrides), rdap: createRdapDirectory(overrides) });

function check(contact: number, expected: string, registries = site()): void {
  let outcome: string;
  try {
    outcome = askPivot(context, contact, registries).server;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    outcome = error.sentence.key;
  }
  expect(outcome).toBe(expected);
}

test('the registry that told of a contact is asked once which networks name it', () => {
  const { contacts } = addTwoCompanies();
  check(contacts.harbor, 'whois.nic.ad.jp');
  expect(readContact(contacts.harbor)?.pivot).toBe('asked');
  const job = leaseJob(1000, 1000, ['ask']);
  expect(JSON.parse(job?.payload ?? '{}')).toEqual({
    server: 'whois.nic.ad.jp',
    kind: 'pivot',
    key: 'HM00001JP',
    depth: 1,
    asked: [],
  });
  check(contacts.harbor, 'services.pivot.asked');
});

test('not where it was answered, where nobody answers, or of the sample', () => {
  const { contacts } = addTwoCompanies();
  check(contacts.crimson, 'services.pivot.asked');
  check(9999, 'services.contact.unknown');
  check(contacts.harbor, 'services.pivot.unsupported', site({ 'whois.nic.ad.jp': { pivot: false } }));
  expect(leaseJob(1000, 1000, ['ask'])).toBeNull();
});

test('nothing of the sample is asked', () => {
  const { contacts } = addTwoCompanies('sample');
  check(contacts.harbor, 'services.pivot.sample');
});

test.each([
  ['jpnic', 'HM00001JP', {}, 'none'],
  ['jpnic', 'HM00001JP', { 'whois.nic.ad.jp': { pivot: false } }, 'switched-off'],
  ['jpnic', '../x', {}, 'refused-key'],
  ['arin', 'SAMPL-ARIN', {}, 'none'],
  ['arin', 'SAMPL-ARIN', { 'rdap.arin.net': { pivot: false } }, 'switched-off'],
  ['ripe', 'SAMPLE-MNT', {}, 'none'],
  ['krnic', 'net@hanbit.example', {}, 'not-offered'],
  ['lacnic', 'SAM1', {}, 'not-offered'],
  ['afrinic', 'SAM1-AFRINIC', {}, 'not-offered'],
])('%s %s with %j stands at %s', (registry, handle, overrides, expected) => {
  expect(pivotStanding({ registry, handle, server: '', pivot: 'none' }, site(overrides))).toBe(expected);
});

test('what came of a question is said whatever the directory offers now', () => {
  const contact = { registry: 'krnic', handle: 'x', server: '', pivot: 'unsupported' as const };
  expect(pivotStanding(contact, site())).toBe('unsupported');
});
