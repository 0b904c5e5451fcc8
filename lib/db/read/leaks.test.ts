import { describe, expect, it } from 'vitest';
import { provideTestDatabase } from '../fixtures/test-database';
import { setCanary } from '../write/findings';
import { insertOperator, insertSmallCase, NOON } from './fixtures/small-case';
import { readRecipients, readServices } from './leaks';

provideTestDatabase();

const PAGE = { limit: 10, offset: 0 };

describe('readRecipients', () => {
  it('gives those written to most first, with who wrote to them', () => {
    insertSmallCase();
    setCanary('new@office.test', 'Example Bank');
    expect(readRecipients('all', PAGE)).toEqual({
      total: 3,
      recipients: [
        {
          text: 'anna+games@office.test',
          service: null,
          events: 2,
          firstMs: NOON + 60_000,
          lastMs: NOON + 120_000,
          utcOffsetMinutes: 540,
          templates: 1,
          organisations: 1,
        },
        {
          text: 'bob@office.test',
          service: null,
          events: 1,
          firstMs: NOON + 180_000,
          lastMs: NOON + 180_000,
          utcOffsetMinutes: 540,
          templates: 1,
          organisations: 0,
        },
        {
          text: 'new@office.test',
          service: 'Example Bank',
          events: 0,
          firstMs: null,
          lastMs: null,
          utcOffsetMinutes: 0,
          templates: 0,
          organisations: 0,
        },
      ],
    });
  });

  it('tells named ones and those that look single-use apart', () => {
    insertSmallCase();
    const textsOf = (choice: 'named' | 'single-use') => readRecipients(choice, PAGE).recipients.map(({ text }) => text);
    expect(textsOf('single-use')).toEqual(['anna+games@office.test']);
    setCanary('anna+games@office.test', 'Example Games');
    expect(textsOf('single-use')).toEqual([]);
    expect(textsOf('named')).toEqual(['anna+games@office.test']);
  });
});

describe('readServices', () => {
  it('says who writes to a service’s addresses', () => {
    insertSmallCase();
    insertOperator();
    setCanary('anna+games@office.test', 'Example Games');
    expect(readServices()).toEqual([
      {
        service: 'Example Games',
        recipients: ['anna+games@office.test'],
        events: 2,
        firstMs: NOON + 60_000,
        utcOffsetMinutes: 540,
        organisations: [{ id: 1, name: 'Crimson Relay' }],
        operators: [{ publicId: 'operator1', name: 'Crimson Relay' }],
      },
    ]);
  });
});
