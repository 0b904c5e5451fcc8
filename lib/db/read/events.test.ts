import { describe, expect, it } from 'vitest';
import { provideTestDatabase } from '../fixtures/test-database';
import { RECORDS_PER_BLOCK } from '../raw-blocks';
import {
  countEvents,
  type EventCursor,
  type EventFilter,
  readEventRecord,
  readEvents,
  readEventWords,
  readFilterNames,
} from './events';
import { insertOperator, insertSmallCase, NOON } from './fixtures/small-case';

provideTestDatabase();

/** The first record of the first block. */
const FIRST = RECORDS_PER_BLOCK;
/** 1 for the first event. */
const placeOf = (id: number): number => id - FIRST + 1;

const idsOf = (filter: EventFilter): number[] =>
  readEvents(filter, { order: 'oldest', limit: 10 }).events.map(({ id }) => placeOf(id));

describe('readEvents', () => {
  it.each<[EventFilter, number[]]>([
    [{}, [1, 2, 3, 4]],
    [{ upload: 'upload1' }, [1, 2, 3, 4]],
    [{ upload: 'other' }, []],
    [{ address: '198.18.32.2' }, [2]],
    [{ network: 1 }, [1, 2]],
    [{ network: 2 }, []],
    [{ organisation: 1 }, [1, 2]],
    [{ operator: 'operator1' }, [1, 2]],
    [{ template: 1 }, [1, 2]],
    [{ recipient: 'bob@office.test' }, [3]],
    [{ action: 'hold' }, [4]],
    [{ stage: 'RCPT' }, [1, 2, 4]],
    [{ code: 554 }, [3]],
    [{ sender: 'ERR10' }, [1, 2]],
    [{ sender: '%' }, []],
    [{ from: NOON + 120_000, to: NOON + 180_000 }, [2, 3]],
    [{ organisation: 1, sender: 'err102' }, [2]],
  ])('%j', (filter, ids) => {
    insertSmallCase();
    insertOperator();
    expect(idsOf(filter)).toEqual(ids);
    expect(countEvents(filter).events).toBe(ids.length);
  });

  it('gives a row with who the client is', () => {
    insertSmallCase();
    expect(readEvents({ address: '198.18.32.1' }, { order: 'newest', limit: 1 }).events).toEqual([
      {
        id: FIRST,
        timeMs: NOON + 60_000,
        utcOffsetMinutes: 540,
        address: '198.18.32.1',
        networkId: 1,
        network: '198.18.32.0/19',
        organisationId: 1,
        organisation: 'Crimson Relay',
        action: 'reject',
        stage: 'RCPT',
        code: 450,
        dsn: '4.7.1',
        sender: 'rainbow+err101@relay.example',
        templateId: 1,
        pattern: 'rainbow+err{digits}@relay.example',
        variable: true,
        recipient: 'anna+games@office.test',
      },
    ]);
  });

  it('walks forth and back by cursors', () => {
    insertSmallCase();
    const pageOf = (cursor: { after?: EventCursor; before?: EventCursor }) => {
      const { events, ...edges } = readEvents({}, { order: 'newest', limit: 2, ...cursor });
      return { ids: events.map(({ id }) => placeOf(id)), ...edges };
    };
    expect(pageOf({})).toEqual({ ids: [4, 3], hasBefore: false, hasAfter: true });
    const third = { timeMs: NOON + 180_000, id: FIRST + 2 };
    expect(pageOf({ after: third })).toEqual({ ids: [2, 1], hasBefore: true, hasAfter: false });
    const second = { timeMs: NOON + 120_000, id: FIRST + 1 };
    expect(pageOf({ before: second })).toEqual({ ids: [4, 3], hasBefore: false, hasAfter: true });
    expect(pageOf({ before: { timeMs: NOON + 60_000, id: FIRST } })).toEqual({
      ids: [3, 2],
      hasBefore: true,
      hasAfter: true,
    });
  });
});

describe('countEvents', () => {
  it('counts events and their addresses', () => {
    insertSmallCase();
    expect(countEvents({})).toEqual({ events: 4, addresses: 3 });
    expect(countEvents({ stage: 'RCPT' })).toEqual({ events: 3, addresses: 2 });
  });
});

describe('what the page says around the list', () => {
  it('names what a filter holds by id', () => {
    insertSmallCase();
    insertOperator();
    expect(
      readFilterNames({ upload: 'upload1', operator: 'operator1', network: 1, organisation: 1, template: 99 }),
    ).toEqual({
      upload: 'maillog-20260803',
      operator: 'Crimson Relay',
      network: '198.18.32.0/19',
      organisation: 'Crimson Relay',
      template: null,
    });
  });

  it('lists the actions and stages that occur', () => {
    insertSmallCase();
    expect(readEventWords()).toEqual({ actions: ['hold', 'reject'], stages: ['DATA', 'RCPT'] });
  });

  it('gives an event’s own record', () => {
    insertSmallCase();
    expect(readEventRecord(FIRST + 1)).toEqual({
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
});
