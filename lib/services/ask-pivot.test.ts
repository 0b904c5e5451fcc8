import { expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { addTwoCompanies } from '@/lib/db/fixtures/two-companies';
import { readContact } from '@/lib/db/read/contacts';
import { leaseJob } from '@/lib/db/write/jobs';
import { UserError } from '@/lib/model';
import { createDirectory } from '@/lib/registry';
import { askPivot } from './ask-pivot';
import type { Context } from './context';

provideTestDatabase();

const context: Context = { actor: 'owner', nowMs: 1000 };

function check(contact: number, expected: string, directory = createDirectory({})): void {
  let outcome: string;
  try {
    outcome = askPivot(context, contact, directory).server;
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
  check(contacts.harbor, 'services.pivot.unsupported', createDirectory({ 'whois.nic.ad.jp': { pivot: false } }));
  expect(leaseJob(1000, 1000, ['ask'])).toBeNull();
});

test('nothing of the sample is asked', () => {
  const { contacts } = addTwoCompanies('sample');
  check(contacts.harbor, 'services.pivot.sample');
});
