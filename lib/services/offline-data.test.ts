import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { OwnData } from '@/lib/blocklist';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { addTwoCompanies } from '@/lib/db/fixtures/two-companies';
import { readBlockList } from '@/lib/db/read/block-lists';
import { dataFolder } from '@/lib/db/transaction';
import { addressToBytes, parseAddress, UserError } from '@/lib/model';
import { writeMmdb } from '@/lib/registry/offline/fixtures/write-mmdb.mjs';
import { buildOperatorBlockList } from './build-block-list';
import type { Context } from './context';
import { judgeOperator } from './judge';
import { offlineFacts } from './offline-data';
import { addLocalOfflineFile, addOfflineFile, listOfflineFiles, offlinePath, removeOfflineFile } from './offline-files';

provideTestDatabase();

const context: Context = { actor: 'owner', nowMs: Date.UTC(2026, 10, 24) };
const FILE_TIME = Date.UTC(2026, 8, 1);

async function* bytesOf(...parts: Array<string | Uint8Array>) {
  for (const part of parts) yield Buffer.from(part);
}

const add = (name: string, ...parts: Array<string | Uint8Array>) =>
  addOfflineFile(context, { name, fileTimeMs: FILE_TIME }, bytesOf(...parts));

const address = parseAddress('198.18.0.0');
if (!address) throw new Error('no address');
const MMDB = writeMmdb(
  [
    {
      bytes: addressToBytes(address),
      length: 96 + 15,
      data: { autonomous_system_number: 64500, autonomous_system_organization: 'Example' },
    },
  ],
  { type: 'Example-ASN', builtMs: Date.UTC(2026, 9, 1) },
);
const CSV = 'network,asn,name,country\n198.18.32.0/19,64501,Crimson Relay,JP\nbroken,1,x,JP\n';

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof UserError) return `${error.code} ${error.sentence.key}`;
    throw error;
  }
  return 'no error';
}

test('what each file says of an address, with its name and date', async () => {
  expect(await offlineFacts('198.18.33.1')).toEqual([]);
  const csv = await add('/home/a/own.csv', CSV.slice(0, 30), CSV.slice(30));
  expect(csv).toMatchObject({
    name: 'own.csv',
    kind: 'csv',
    networks: 1,
    badLines: 1,
    dateMs: FILE_TIME,
    dateOf: 'file',
  });
  await add('asn.mmdb', MMDB);
  expect(await offlineFacts('198.18.33.1')).toEqual([
    {
      file: { name: 'asn.mmdb', content: 'Example-ASN', dateMs: Date.UTC(2026, 9, 1), dateOf: 'build' },
      network: '198.18.0.0/15',
      asn: 64500,
      organisation: 'Example',
      country: null,
    },
    {
      file: { name: 'own.csv', content: 'network, asn, organisation, country', dateMs: FILE_TIME, dateOf: 'file' },
      network: '198.18.32.0/19',
      asn: 64501,
      organisation: 'Crimson Relay',
      country: 'JP',
    },
  ]);
  expect(await offlineFacts('203.0.113.1')).toEqual([]);
  expect(await offlineFacts('no address')).toEqual([]);
});

test('the same bytes are one file, and a removed one is forgotten with its bytes', async () => {
  const first = await add('a.csv', CSV);
  expect((await add('b.csv', CSV)).id).toBe(first.id);
  expect(listOfflineFiles()).toHaveLength(1);
  expect(await offlineFacts('198.18.33.1')).toHaveLength(1);
  await removeOfflineFile(context, first.id);
  expect(existsSync(offlinePath(first))).toBe(false);
  expect(await offlineFacts('198.18.33.1')).toEqual([]);
  expect(await refusalOf(removeOfflineFile(context, first.id))).toBe('not-found services.offline.unknown');
});

test('a table that is packed, from the command line', async () => {
  const file = path.join(dataFolder(), 'ip2asn.tsv.gz');
  writeFileSync(file, gzipSync('198.18.0.0\t198.18.0.255\t64500\tJP\tExample\n'));
  expect(await addLocalOfflineFile(context, file)).toMatchObject({ name: 'ip2asn.tsv.gz', networks: 1 });
  expect(await refusalOf(addLocalOfflineFile(context, `${file}.not`))).toBe('bad-input services.upload.unreadable');
});

test.each<[string, Uint8Array | string, string]>([
  ['nothing', '', 'services.offline.no-networks'],
  ['a log', 'Nov  4 05:14:21 mx1 postfix/smtpd[1]: x\n', 'services.offline.no-networks'],
  ['a packed file that was cut', gzipSync(CSV).subarray(0, 30), 'services.offline.unreadable'],
  ['a database whose tree was cut', MMDB.subarray(MMDB.length - 200), 'services.offline.unreadable'],
])('%s is not kept', async (_, bytes, key) => {
  expect(await refusalOf(add('x', bytes))).toBe(`bad-input ${key}`);
  expect(listOfflineFiles()).toEqual([]);
  expect(readdirSync(path.join(dataFolder(), 'offline'))).toEqual([]);
});

test('a block list is the same whatever such files say', async () => {
  const nothing: OwnData = { ownNetworks: [], clientAddress: null, localAddresses: [], resolvers: [], mxPeers: [] };
  addTwoCompanies();
  judgeOperator(context, 'op-two', 'confirmed');
  const build = () => {
    const { id, ...list } = {
      id: 0,
      ...readBlockList(buildOperatorBlockList(context, { operator: 'op-two' }, nothing).publicId),
    };
    return { ...list, id: typeof id, publicId: '' };
  };
  const before = build();
  expect(before.prefixes?.length).toBeGreaterThan(0);
  // All of it is of others, and what is of others is theirs.
  await add('contrary.csv', 'network,asn,name\n198.18.32.0/19,64999,Somebody Else\n0.0.0.0/0,64501,Second Company\n');
  expect(await offlineFacts('198.18.33.1')).toMatchObject([{ organisation: 'Somebody Else' }]);
  expect(build()).toEqual(before);
});
