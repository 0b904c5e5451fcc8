import { expect, it } from 'vitest';
import { type AddressRange, parseRange, type Sighting } from '@/lib/model';
import { provideTestDatabase } from '../fixtures/test-database';
import { transaction } from '../transaction';
import { SightingCounter } from '../sighting-counts';
import { readCovered, writeSightings } from '../write/sightings';
import { insertUpload } from '../write/uploads';
import {
  type Origin,
  readAcceptedClients,
  readAcceptedMail,
  readAcceptedShare,
  readSightingSpan,
  readSightings,
} from './sightings';

provideTestDatabase();

/** 3 August 2026 in UTC. */
const DAY = Date.UTC(2026, 7, 3);
const LATER = DAY + 2 * 86_400_000;

function addLog(name: string, origin: Origin, sightings: ReadonlyArray<Partial<Sighting> & { address: string }>): void {
  const uploadId = insertUpload({
    ...{ publicId: name, name, source: 'cli', origin, sha256: name, sizeBytes: 1, path: '' },
    ...{ receivedMs: DAY, fileTimeMs: DAY, zone: 'UTC', year: null },
  });
  const counter = new SightingCounter(readCovered(uploadId));
  for (const more of sightings)
    counter.add({ kind: 'accepted', timeMs: DAY + 1000, host: name, messages: 1, recipients: 1, ...more });
  transaction(() => writeSightings(uploadId, counter.take()));
}

const ranges = (...texts: string[]): AddressRange[] =>
  texts.map((text) => {
    const range = parseRange(text);
    if (!range) throw new Error(text);
    return range;
  });

it('accepted mail is counted up to both edges of a range and not beyond', () => {
  addLog('mx1', 'user', [
    { address: '198.51.100.15', messages: 8 },
    { address: '198.51.100.16', messages: 1 },
    { address: '198.51.100.31', messages: 2, recipients: 5 },
    { address: '198.51.100.31', messages: 4, timeMs: LATER },
    { address: '198.51.100.32', messages: 16 },
    { address: '198.51.100.20', kind: 'auth-failure', messages: 32 },
  ]);
  expect(readAcceptedShare(ranges('198.51.100.16/28'), 'user')).toEqual({
    ...{ total: 31, messages: 7, addresses: 2, lastMs: LATER },
  });
  expect(readAcceptedClients(ranges('198.51.100.16/28'), 'user', 9)).toEqual([
    { text: '198.51.100.31', messages: 6, recipients: 6, lastMs: LATER },
    { text: '198.51.100.16', messages: 1, recipients: 1, lastMs: DAY },
  ]);
  expect(readAcceptedClients(ranges('198.51.100.16/28'), 'user', 1)).toHaveLength(1);
});

it('IPv6 is no IPv4: neither range reaches into the other', () => {
  addLog('mx1', 'user', [{ address: '2001:db8:70::25' }, { address: '2001:db8:71::' }, { address: '192.0.2.1' }]);
  const share = (...texts: string[]) => readAcceptedShare(ranges(...texts), 'user').messages;
  expect(share('2001:db8:70::/48')).toBe(1);
  expect(share('2001:db8::/32')).toBe(2);
  expect(share('0.0.0.0/0')).toBe(1);
  expect(share('2001:db8:70::/48', '192.0.2.0/24')).toBe(2);
});

it('what lies in two ranges is counted once, also where two logs tell of it', () => {
  addLog('mx1', 'user', [{ address: '192.0.2.1', messages: 2 }]);
  addLog('mx2', 'user', [{ address: '192.0.2.1', messages: 2 }]);
  expect(readAcceptedShare(ranges('192.0.2.0/24', '192.0.2.0/28', '192.0.2.1'), 'user')).toEqual({
    ...{ total: 4, messages: 4, addresses: 1, lastMs: DAY },
  });
});

it('with no log, and with none from the range, nothing is affected', () => {
  expect(readAcceptedShare(ranges('192.0.2.0/24'), 'user')).toEqual({
    ...{ total: 0, messages: 0, addresses: 0, lastMs: null },
  });
  expect(readSightingSpan('user')).toBeUndefined();
  addLog('mx1', 'user', [{ address: '198.51.100.1' }, { address: '198.51.100.2', timeMs: LATER }]);
  expect(readAcceptedShare(ranges('192.0.2.0/24'), 'user')).toEqual({
    ...{ total: 2, messages: 0, addresses: 0, lastMs: null },
  });
  expect(readAcceptedShare([], 'user')).toMatchObject({ total: 2, messages: 0 });
  expect(readSightingSpan('user')).toEqual({ firstMs: DAY + 1000, lastMs: LATER });
  expect(readSightingSpan('sample')).toBeUndefined();
});

it('an invented log says nothing about the mail of the user', () => {
  addLog('mx1', 'sample', [{ address: '192.0.2.1' }]);
  expect(readAcceptedShare(ranges('192.0.2.0/24'), 'user')).toMatchObject({ total: 0, messages: 0 });
  expect(readAcceptedShare(ranges('192.0.2.0/24'), 'sample')).toMatchObject({ total: 1, messages: 1 });
  expect(readAcceptedMail().messages).toBe(1);
});

it('an address’ own sightings, the most frequent kind first', () => {
  addLog('mx1', 'user', [
    { address: '192.0.2.1', messages: 3 },
    { address: '192.0.2.1', kind: 'auth-failure', messages: 20 },
    { address: '192.0.2.1', kind: 'auth-failure', messages: 20, timeMs: LATER },
    { address: '192.0.2.2', kind: 'pregreet' },
  ]);
  // Two kinds on one day are one day.
  expect(readSightings('192.0.2.1')).toEqual({
    kinds: [
      { kind: 'auth-failure', count: 40 },
      { kind: 'accepted', count: 3 },
    ],
    days: 2,
  });
  expect(readSightings('192.0.2.3')).toBeNull();
  expect(readSightings('no address')).toBeNull();
});
