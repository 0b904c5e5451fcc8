import { expect, test } from 'vitest';
import type { OwnData } from '@/lib/blocklist';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { addTwoCompanies, FIRST_AT } from '@/lib/db/fixtures/two-companies';
import { readBlockList, readBlockLists } from '@/lib/db/read/block-lists';
import { transaction } from '@/lib/db/transaction';
import { writeSetting } from '@/lib/db/write/settings';
import { SightingCounter } from '@/lib/db/sighting-counts';
import { writeSightings } from '@/lib/db/write/sightings';
import { UserError } from '@/lib/model';
import { buildOperatorBlockList, renderStoredBlockList } from './build-block-list';
import type { Context } from './context';
import { judgeOperator } from './judge';
import { parseResolvers, readOwnData } from './own-addresses';

provideTestDatabase();

const context: Context = { actor: 'owner', nowMs: 1000 };
const nothing: OwnData = { ownNetworks: [], clientAddress: null, localAddresses: [], resolvers: [], mxPeers: [] };

const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return `${error.code} ${error.sentence.key}`;
    throw error;
  }
  return 'no error';
};

test('nothing is listed that a person did not confirm', () => {
  addTwoCompanies();
  const build = () => buildOperatorBlockList(context, { operator: 'op-two' }, nothing);
  expect(refusal(build)).toBe('refused services.block-list.unconfirmed');
  judgeOperator(context, 'op-two', 'rejected');
  expect(refusal(build)).toBe('refused services.block-list.rejected');
  const anyway = () => buildOperatorBlockList(context, { operator: 'op-two', acceptUnconfirmed: true }, nothing);
  expect(refusal(anyway)).toBe('refused services.block-list.rejected');
  expect(refusal(() => buildOperatorBlockList(context, { operator: 'nobody' }, nothing))).toBe(
    'not-found services.operator.unknown',
  );
  expect(readBlockLists({ limit: 10, offset: 0 }).total).toBe(0);
});

test('a confirmed operator’s networks are listed, seen or not, and no others', () => {
  addTwoCompanies();
  judgeOperator(context, 'op-two', 'confirmed');
  const { publicId } = buildOperatorBlockList(context, { operator: 'op-two' }, nothing);
  const list = readBlockList(publicId);
  expect(list?.prefixes).toEqual(['198.18.8.0/21', '198.18.32.0/19', '203.0.113.16/28']);
  expect(list?.refused).toEqual([]);
  expect(
    renderStoredBlockList(publicId, 'iptables')
      .text.split('\n')
      .filter((line) => line.startsWith('iptables')),
  ).toEqual([
    'iptables -A INPUT -s 198.18.8.0/21 -j REJECT',
    'iptables -A INPUT -s 198.18.32.0/19 -j REJECT',
    'iptables -A INPUT -s 203.0.113.16/28 -j REJECT',
  ]);
  const dropped = renderStoredBlockList(publicId, 'iptables', { place: 'insert', action: 'drop' });
  expect(dropped.text).toContain('iptables -I INPUT -s 198.18.8.0/21 -j DROP\n');
  expect(dropped.name).toBe(`ringleader-${publicId}.sh`);
});

test('the same list is not made twice, a changed one is', () => {
  addTwoCompanies();
  judgeOperator(context, 'op-two', 'confirmed');
  const first = buildOperatorBlockList(context, { operator: 'op-two' }, nothing).publicId;
  expect(buildOperatorBlockList(context, { operator: 'op-two' }, nothing).publicId).toBe(first);
  const guarded = { ...nothing, ownNetworks: ['203.0.113.0/24'] };
  const second = buildOperatorBlockList(context, { operator: 'op-two' }, guarded);
  expect(second.publicId).not.toBe(first);
  expect(readBlockList(second.publicId)).toMatchObject({
    prefixes: ['198.18.8.0/21', '198.18.32.0/19'],
    refused: [
      {
        prefix: '203.0.113.16/28',
        reason: { key: 'blocklist.guard.own-network', params: { range: '203.0.113.0/24' } },
      },
    ],
  });
  expect(second.notes[0]?.startsWith('203.0.113.16/28: ')).toBe(true);
});

function addAccepted(sightings: ReadonlyArray<readonly [address: string, messages: number]>): void {
  const counter = new SightingCounter(new Map());
  for (const [address, messages] of sightings)
    counter.add({ kind: 'accepted', address, timeMs: FIRST_AT, host: 'mx1', messages, recipients: messages });
  transaction(() => writeSightings(1, counter.take()));
}

test('a list says which of its prefixes mail was accepted from', () => {
  addTwoCompanies();
  judgeOperator(context, 'op-two', 'confirmed');
  const build = () => {
    const { publicId, notes } = buildOperatorBlockList(context, { operator: 'op-two' }, nothing);
    const told = readBlockList(publicId)?.notices.filter(({ key }) => key.startsWith('blocklist.notice.accepted'));
    return { publicId, notes, told };
  };
  const unchecked = build();
  expect(unchecked.told).toEqual([{ key: 'blocklist.notice.accepted-unchecked', params: {} }]);
  addAccepted([['192.0.2.9', 40]]);
  const none = build();
  expect(none.publicId).not.toBe(unchecked.publicId);
  expect(none.told).toEqual([{ key: 'blocklist.notice.accepted-none', params: { accepted: 40 } }]);
  expect(none.notes).toContain('0 of your 40 accepted mails came from these networks.');
  addAccepted([
    ['198.18.32.0', 2],
    ['198.18.63.255', 1],
    ['198.18.64.0', 7],
  ]);
  expect(build().told).toEqual([
    {
      key: 'blocklist.notice.accepted',
      params: { prefix: '198.18.32.0/19', accepted: 50, affected: 3, clients: 2, day: '2026-08-03' },
    },
  ]);
  expect(build().notes).toContain(
    'You accepted mail from 198.18.32.0/19: 3 of your 50 accepted mails, from 2 addresses, the last on 2026-08-03 (UTC). This list would refuse such mail.',
  );
});

test('own networks, resolvers and the person’s address guard', () => {
  writeSetting('ownNetworks', '["192.0.2.0/24"]');
  const own = readOwnData('198.51.100.7');
  expect(own.ownNetworks).toEqual(['192.0.2.0/24']);
  expect(own.clientAddress).toBe('198.51.100.7');
  expect(own.localAddresses).toContain('127.0.0.1');
  expect(
    parseResolvers(
      '# nameserver 192.0.2.1\nnameserver 192.0.2.53\n nameserver fe80::1%eth0\nsearch a.example\nnameserver x\n',
    ),
  ).toEqual(['192.0.2.53', 'fe80::1%eth0']);
});
