import { describe, expect, it } from 'vitest';
import { all, run } from '../connection';
import { provideTestDatabase } from '../fixtures/test-database';
import { insertRandom } from './fixtures/random-events';
import { setCanary } from '../write/findings';
import { insertOperator, insertSmallCase, NOON } from './fixtures/small-case';
import { readServices } from './leaked-services';
import { readRecipients } from './leaks';

provideTestDatabase();

const PAGE = { limit: 10, offset: 0 };

describe('readRecipients', () => {
  it('gives those written to most first, with who wrote to them', async () => {
    insertSmallCase();
    setCanary('new@office.test', 'Example Bank');
    expect(await readRecipients('all', PAGE)).toEqual({
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

  it('tells named ones and those that look single-use apart', async () => {
    insertSmallCase();
    const textsOf = async (choice: 'named' | 'single-use') =>
      (await readRecipients(choice, PAGE)).recipients.map(({ text }) => text);
    expect(await textsOf('single-use')).toEqual(['anna+games@office.test']);
    setCanary('anna+games@office.test', 'Example Games');
    expect(await textsOf('single-use')).toEqual([]);
    expect(await textsOf('named')).toEqual(['anna+games@office.test']);
  });
});

/** What looks single-use and who wrote to it, said once more in SQL. */
const AGAIN = `SELECT r.text, count(e.id) AS events, min(e.timeMs) AS firstMs, max(e.timeMs) AS lastMs,
    count(DISTINCT e.templateId) AS templates, count(DISTINCT n.organisationId) AS organisations
  FROM Recipient r LEFT JOIN Event e ON e.recipientId = r.id LEFT JOIN Template t ON t.id = e.templateId
    LEFT JOIN Address a ON a.id = e.addressId LEFT JOIN Network n ON n.id = a.networkId
  WHERE r.service IS NULL GROUP BY r.id
  HAVING r.text GLOB '?*[+-]*@*' OR (count(*) > 1 AND count(DISTINCT e.templateId) = 1 AND min(t.variable) = 1)
  ORDER BY events DESC, r.id`;

it('finds in the columns what SQL finds in the rows', async () => {
  insertSmallCase();
  insertRandom('first', 300, 7);
  // Of one of them all refusals have one variable template.
  run(`UPDATE Event SET templateId = (SELECT id FROM Template WHERE variable = 1 ORDER BY id DESC LIMIT 1)
    WHERE recipientId = (SELECT id FROM Recipient WHERE text = 'carol_x@office.test')`);
  const expected = all<{ text: string }>(AGAIN);
  expect(expected.map(({ text }) => text).sort()).toEqual(['anna+games@office.test', 'carol_x@office.test']);
  const { recipients, total } = await readRecipients('single-use', PAGE);
  expect(total).toBe(2);
  expect(recipients).toMatchObject(expected);
});

describe('readServices', () => {
  it('says who writes to a service’s addresses', async () => {
    insertSmallCase();
    insertOperator();
    setCanary('anna+games@office.test', 'Example Games');
    expect(await readServices()).toEqual([
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

  it('counts of each service what SQL counts, those written to most first', async () => {
    insertSmallCase();
    insertRandom('first', 300, 7);
    setCanary('anna+games@office.test', 'Example Games');
    setCanary('bob@office.test', 'Example Games');
    setCanary('carol_x@office.test', 'Example Bank');
    setCanary('new@office.test', 'Example Shop');
    const expected = all(
      `SELECT r.service, count(e.id) AS events, min(e.timeMs) AS firstMs FROM Recipient r LEFT JOIN Event e ON e.recipientId = r.id
       WHERE r.service IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
    );
    expect(expected).toHaveLength(3);
    const found = await readServices();
    expect(found).toMatchObject(expected);
    expect(found.map(({ recipients }) => recipients)).toContainEqual(['anna+games@office.test', 'bob@office.test']);
    expect(found.at(-1)).toMatchObject({ service: 'Example Shop', firstMs: null, organisations: [], operators: [] });
  });
});
