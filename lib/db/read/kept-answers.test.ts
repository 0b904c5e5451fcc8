import { expect, it } from 'vitest';
import { provideTestDatabase } from '../fixtures/test-database';
import { insertSmallCase, NOON } from './fixtures/small-case';
import { readKeptAnswer, readKeptAnswers } from './kept-answers';

provideTestDatabase();

const ROW = {
  publicId: 'answer1',
  server: 'whois.nic.ad.jp',
  query: '198.18.32.1',
  askedMs: NOON + 5_400_000,
  status: 'found',
  source: 'pasted',
  sizeBytes: 24,
};

it('kept answers are listed', () => {
  insertSmallCase();
  expect(readKeptAnswers({ limit: 10, offset: 0 })).toEqual({ answers: [ROW], total: 1 });
});

it('an answer says what it told us', () => {
  insertSmallCase();
  expect(readKeptAnswer('answer1')).toEqual({
    ...ROW,
    sha256: 'bb',
    purgedMs: null,
    text: '[Network] 198.18.32.0/19',
    networks: [
      { id: 1, text: '198.18.32.0/19' },
      { id: 3, text: '203.0.113.0/28' },
    ],
    organisations: [{ id: 1, name: 'Crimson Relay' }],
    contacts: [{ id: 1, handle: 'CR001JP', registry: 'jpnic' }],
  });
  expect(readKeptAnswer('other')).toBeUndefined();
});
