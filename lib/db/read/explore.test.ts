import { describe, expect, test } from 'vitest';
import { run } from '../connection';
import { provideTestDatabase } from '../fixtures/test-database';
import { type NewEvent } from '../event-batch';
import { deleteUpload, redateEvents } from '../write/uploads';
import { type EventRow, explore, readRows } from './explore';
import { RECORDS_PER_BLOCK } from '../raw-blocks';
import { readFilterNames } from './filter-names';
import { insertOperator, insertSmallCase, NOON } from './fixtures/small-case';

import { HOUR, NOW, find, insertRandom, read, rowsOf } from './fixtures/random-events';

provideTestDatabase();

type Wanted = (event: NewEvent) => boolean;
const hourOf = ({ timeMs, utcOffsetMinutes }: NewEvent): number =>
  new Date(timeMs + utcOffsetMinutes * 60_000).getUTCHours();

/** What each filter means, said once more without it. */
const MEANINGS: ReadonlyArray<[string, Wanted]> = [
  ['', () => true],
  ['ip:198.18.32.0/24', ({ clientAddress }) => clientAddress?.startsWith('198.18.32.') ?? false],
  ['-ip:198.18.32.1', ({ clientAddress }) => clientAddress !== '198.18.32.1'],
  ['ip:2001:db8::/32,203.0.113.9', ({ clientAddress }) => /^(2001|203)/.test(clientAddress ?? '')],
  ['net:198.18.32.0/19', ({ clientAddress }) => clientAddress?.startsWith('198.18.') ?? false],
  ['net:crim*', ({ clientAddress }) => clientAddress?.startsWith('198.18.') ?? false],
  ['org:"Crimson Relay"', ({ clientAddress }) => clientAddress?.startsWith('198.18.') ?? false],
  ['org:#1', ({ clientAddress }) => clientAddress?.startsWith('198.18.') ?? false],
  ['-org:"Crimson%"', () => true],
  ['operator:#operator1', ({ clientAddress }) => clientAddress?.startsWith('198.18.') ?? false],
  ['contact:CR001JP', ({ clientAddress }) => clientAddress?.startsWith('198.18.') ?? false],
  ['registry:jpnic', ({ clientAddress }) => clientAddress?.startsWith('198.18.') ?? false],
  ['has:org', ({ clientAddress }) => clientAddress?.startsWith('198.18.') ?? false],
  ['country:NL', ({ clientAddress }) => clientAddress?.startsWith('203.0.') ?? false],
  ['asn:64500-64501', ({ clientAddress }) => clientAddress === '203.0.113.9'],
  ['-has:address', ({ clientAddress }) => clientAddress === null],
  ['has:sender', ({ sender }) => sender !== null],
  ['has:recipient', ({ recipient }) => recipient !== null],
  ['-has:sender,recipient', ({ sender, recipient }) => sender === null && recipient === null],
  ['sender:""', ({ sender }) => sender === ''],
  ['sender:*@mag.example', ({ sender }) => sender?.toLowerCase().endsWith('@mag.example') ?? false],
  ['sender:OFFER1*', ({ sender }) => sender?.startsWith('offer1') ?? false],
  ['sender:offer12@mag.example', ({ sender }) => sender === 'offer12@mag.example'],
  ['-sender:offer2*', ({ sender }) => !(sender?.startsWith('offer2') ?? false)],
  ['sender:x@mag.example', ({ sender }) => sender === 'X@Mag.example'],
  ['template:offer*', ({ sender }) => sender?.startsWith('offer') ?? false],
  ['recipient:BOB@office.test', ({ recipient }) => recipient === 'bob@office.test'],
  ['recipient:carol_x@*', ({ recipient }) => recipient === 'carol_x@office.test'],
  ['service:shop', ({ recipient }) => recipient === 'bob@office.test'],
  ['stage:rcpt', ({ stage }) => stage === 'RCPT'],
  ['action:hold,milter-*', ({ action }) => action !== 'reject'],
  ['code:4xx', ({ code }) => code === 450 || code === 451],
  ['-code:451-554', ({ code }) => code === null || code === 450],
  ['dsn:4.*', ({ dsn }) => dsn === '4.7.1'],
  ['dnsbl:zen.example', ({ dnsbl }) => dnsbl === 'zen.example'],
  ['-dnsbl:*', ({ dnsbl }) => dnsbl === null],
  ['server:postfix', () => true],
  ['server:exim', () => false],
  ['hour:22-5', (event) => hourOf(event) >= 22 || hourOf(event) <= 5],
  ['-hour:12', (event) => hourOf(event) !== 12],
  ['weekday:tue', ({ timeMs, utcOffsetMinutes }) => new Date(timeMs + utcOffsetMinutes * 60_000).getUTCDay() === 2],
  ['after:2026-08-03T10:00', ({ timeMs }) => timeMs >= Date.UTC(2026, 7, 3, 10)],
  ['before:2026-08-03T10:00+09:00', ({ timeMs }) => timeMs < Date.UTC(2026, 7, 3, 1)],
  ['on:2026-08-04', ({ timeMs }) => new Date(timeMs).getUTCDate() === 4],
  ['-on:2026-08-04', ({ timeMs }) => new Date(timeMs).getUTCDate() !== 4],
  [
    'on:2026-08-03T04,2026-08-03T06',
    ({ timeMs }) => [4, 6].includes(Math.floor(timeMs / HOUR) - Date.UTC(2026, 7, 3) / HOUR),
  ],
  ['after:990h', ({ timeMs }) => timeMs >= NOW - 990 * HOUR],
  ['bob', ({ recipient }) => recipient?.includes('bob') ?? false],
  ['-fer1', ({ sender }) => !(sender?.includes('fer1') ?? false)],
  ['113.9', ({ clientAddress }) => clientAddress?.includes('113.9') ?? false],
  [
    'stage:RCPT code:4xx sender:*@mag.example -dnsbl:zen.example ip:198.18.0.0/15',
    ({ stage, code, sender, dnsbl, clientAddress }) =>
      stage === 'RCPT' &&
      code !== null &&
      code < 500 &&
      /@mag/i.test(sender ?? '') &&
      dnsbl !== 'zen.example' &&
      /^198/.test(clientAddress ?? ''),
  ],
];

describe('what each filter finds', () => {
  test.each(MEANINGS)('%s', async (text, wanted) => {
    insertSmallCase();
    insertOperator();
    const first = insertRandom('first', 300, 7);
    const second = insertRandom('second', 200, 99);
    run("UPDATE Recipient SET service = 'shop' WHERE text = 'bob@office.test'");
    nameStranger();
    const rows = await rowsOf(`${text} -upload:#upload1`);
    const expected = [...first.events, ...second.events].filter(wanted);
    expect(rows.length).toBe(expected.length);
    const shape = ({ timeMs, sender, recipient, stage, code }: EventRow | NewEvent): string =>
      [timeMs, sender, recipient, stage, code].join(' ');
    expect(rows.map(shape).sort()).toEqual(expected.map(shape).sort());
    expect(rows.map(({ timeMs }) => Math.floor(timeMs / 1000))).toEqual(
      rows.map(({ timeMs }) => Math.floor(timeMs / 1000)).sort((a, b) => a - b),
    );
  });
});

/** The owner and the AS of 203.0.113.9. */
function nameStranger(): void {
  const answerId = 1;
  run(
    `INSERT INTO Network (registry, firstBytes, lastBytes, text, country, detailed, answerId)
     VALUES ('ripe', addressBytes('203.0.113.0'), addressBytes('203.0.113.255'), '203.0.113.0/24', 'NL', 1, ?)`,
    answerId,
  );
  run(`UPDATE Address SET networkId = (SELECT id FROM Network WHERE country = 'NL') WHERE text = '203.0.113.9'`);
  run(
    `INSERT INTO Announcement (asn, firstBytes, lastBytes, answerId) VALUES (64500, addressBytes('203.0.113.0'), addressBytes('203.0.113.127'), ?)`,
    answerId,
  );
}

test('what is added, re-dated and removed later is seen at once', async () => {
  insertSmallCase();
  expect((await find('')).length).toBe(4);
  const { id, events } = insertRandom('first', 150, 5);
  expect((await find('')).length).toBe(154);
  const earlier = insertRandom('second', 50, 6);
  expect((await find('')).length).toBe(204);
  expect((await find('upload:second*')).length).toBe(50);
  redateEvents(
    id,
    ({ timeMs, utcOffsetMinutes }) => ({ timeMs: timeMs + 400 * 24 * HOUR, utcOffsetMinutes }),
    'UTC',
    2027,
  );
  expect((await find('after:2027-01-01')).length).toBe(events.length);
  deleteUpload(earlier.id);
  expect((await find('')).length).toBe(154);
  expect((await find('upload:second*')).length).toBe(0);
});

test('a search is ended by its signal', async () => {
  insertRandom('first', 50, 5);
  await expect(
    explore(read('sender:offer1*'), NOW, { signal: AbortSignal.abort(new Error('enough')) }),
  ).rejects.toThrow('enough');
});

test('a row tells who the client is, and the list goes both ways', async () => {
  insertSmallCase();
  const matches = await find('ip:198.18.0.0/15');
  const first = { order: 'oldest', offset: 0, limit: 1 } as const;
  expect(readRows(matches, first)).toEqual([
    {
      id: RECORDS_PER_BLOCK,
      timeMs: NOON + 60_000,
      utcOffsetMinutes: 540,
      address: '198.18.32.1',
      networkId: 1,
      network: '198.18.32.0/19',
      organisationId: 1,
      organisation: 'Crimson Relay',
      format: 'postfix',
      action: 'reject',
      stage: 'RCPT',
      code: 450,
      dsn: '4.7.1',
      dnsbl: null,
      sender: 'rainbow+err101@relay.example',
      templateId: 1,
      pattern: 'rainbow+err{digits}@relay.example',
      variable: true,
      recipient: 'anna+games@office.test',
    },
  ]);
  expect(readRows(matches, { ...first, order: 'newest' })[0]?.address).toBe('198.18.32.2');
  expect(readRows(matches, { ...first, offset: 2 })).toEqual([]);
});

test('ids in a filter have their names', () => {
  insertSmallCase();
  insertOperator();
  expect(readFilterNames(read('-org:#1 operator:#operator1 net:#1 template:#99 upload:#upload1 code:450'))).toEqual({
    'org:#1': 'Crimson Relay',
    'operator:#operator1': 'Crimson Relay',
    'net:#1': '198.18.32.0/19',
    'upload:#upload1': 'maillog-20260803',
  });
});
