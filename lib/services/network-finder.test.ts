import { expect, test } from 'vitest';
import { sql } from '@/lib/db/connection';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { networksAfter, networksVersion } from '@/lib/db/read/unassigned';
import { addressToBytes, parseAddress, parseRange } from '@/lib/model';
import { createNetworkFinder } from './network-finder';

provideTestDatabase();

function addNetworks(...texts: readonly string[]): void {
  const answer = sql().prepare(
    `INSERT OR IGNORE INTO Answer (id, publicId, server, query, askedMs, sha256, bytes, text, status, source, origin)
     VALUES (1, 'a', 'whois.ripe.net', 'q', 1, 's', x'', '', 'found', 'live', 'user')`,
  );
  answer.run();
  const insert = sql().prepare(
    `INSERT INTO Network (registry, firstBytes, lastBytes, text, detailed, answerId, origin) VALUES ('ripe', ?, ?, ?, 1, 1, 'user')`,
  );
  sql().transaction(() => {
    for (const text of texts) {
      const range = parseRange(text);
      if (!range) throw new Error(text);
      const bytes = (value: bigint) => Buffer.from(addressToBytes({ family: range.family, value }));
      insert.run(bytes(range.first), bytes(range.last), text);
    }
  })();
}

/** A finder that counts the networks it was given to make tables of. */
function start() {
  const counts = { reads: 0, networks: 0 };
  const now = createNetworkFinder({
    version: networksVersion,
    after: (id) => {
      const networks = networksAfter(id);
      counts.reads++;
      counts.networks += networks.length;
      return networks;
    },
  });
  const find = (text: string): string | null => {
    const address = parseAddress(text);
    const id = address && now()(addressToBytes(address));
    return id === null ? null : String(sql().prepare('SELECT text FROM Network WHERE id = ?').pluck().get(id));
  };
  return { counts, find };
}

test('networks are read once, however often addresses are looked up', () => {
  addNetworks('198.18.0.0/15', '198.18.1.0/24', '2001:db8::/32');
  const { counts, find } = start();
  expect(['198.18.1.7', '198.19.0.1', '2001:db8::1', '203.0.113.9'].map(find)).toEqual([
    '198.18.1.0/24',
    '198.18.0.0/15',
    '2001:db8::/32',
    null,
  ]);
  sql().prepare('UPDATE Network SET detailed = 1, name = ?').run('CHANGED');
  expect(find('198.18.1.7')).toBe('198.18.1.0/24');
  expect(counts).toEqual({ reads: 1, networks: 3 });
});

test('of networks that came only those are read, and the smallest of old and new is found', () => {
  addNetworks('198.18.0.0/15', '198.18.1.64/26');
  const { counts, find } = start();
  expect(find('198.18.1.1')).toBe('198.18.0.0/15');
  addNetworks('198.18.1.0/24');
  expect(['198.18.1.1', '198.18.1.70'].map(find)).toEqual(['198.18.1.0/24', '198.18.1.64/26']);
  addNetworks('198.18.1.70');
  expect(['198.18.1.1', '198.18.1.70'].map(find)).toEqual(['198.18.1.0/24', '198.18.1.70']);
  expect(counts).toEqual({ reads: 3, networks: 2 + 1 + 2 });
});

test('a network that is gone, or lies elsewhere, is not found', () => {
  addNetworks('198.18.0.0/15', '198.18.1.0/24');
  const { counts, find } = start();
  expect(find('198.18.1.1')).toBe('198.18.1.0/24');
  sql().prepare("DELETE FROM Network WHERE text = '198.18.1.0/24'").run();
  addNetworks('198.18.2.0/24');
  expect(['198.18.1.1', '198.18.2.1'].map(find)).toEqual(['198.18.0.0/15', '198.18.2.0/24']);
  sql()
    .prepare(
      "UPDATE Network SET firstBytes = addressBytes('198.18.3.0'), lastBytes = addressBytes('198.18.3.255') WHERE text = '198.18.2.0/24'",
    )
    .run();
  expect(['198.18.2.1', '198.18.3.1'].map(find)).toEqual(['198.18.0.0/15', '198.18.2.0/24']);
  expect(counts.reads).toBe(3);
});

test('networks that are many go into the table of all', () => {
  addNetworks('198.18.0.0/15');
  const { counts, find } = start();
  find('198.18.0.1');
  addNetworks(...Array.from({ length: 1_001 }, (_, at) => `198.18.${at >> 8}.${at & 255}`));
  expect(find('198.18.3.9')).toBe('198.18.3.9');
  addNetworks('198.19.0.0/24');
  expect(find('198.19.0.1')).toBe('198.19.0.0/24');
  expect(counts).toEqual({ reads: 4, networks: 1 + 1_001 + 1_002 + 1 });
});
