import { expect, it } from 'vitest';
import { provideTestDatabase } from '../fixtures/test-database';
import { RECORDS_PER_BLOCK } from '../raw-blocks';
import { readEventRecord } from './events';
import { insertSmallCase, NOON } from './fixtures/small-case';

provideTestDatabase();

it('gives an event’s own record', () => {
  insertSmallCase();
  expect(readEventRecord(RECORDS_PER_BLOCK + 1)).toEqual({
    raw: Buffer.from('raw line 2'),
    timeMs: NOON + 120_000,
    utcOffsetMinutes: 540,
    zone: 'Asia/Tokyo',
    pasted: false,
    address: '198.18.32.2',
    dnsbl: null,
  });
  expect(readEventRecord(99)).toBeUndefined();
});
