import { describe, expect, it } from 'vitest';
import { type AddressRange, formatPrefix, type Guard, parseRange, prefixToRange, rangesOverlap } from '@/lib/model';
import { buildBlockList } from './build-block-list';
import { listAddresses, makeRandom, randomRanges } from './fixtures/random-ranges';
import { ownGuards } from './guards';

function range(text: string): AddressRange {
  const parsed = parseRange(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

const NOTHING_OWN = { ownNetworks: [], clientAddress: null, localAddresses: [], resolvers: [], mxPeers: [] };

/** `refused` as `prefix: key range`. */
function check(input: string[], guards: Guard[], expected: { kept: string[]; refused: string[] }): void {
  const list = buildBlockList(input.map(range), guards);
  expect({
    kept: list.prefixes.map(formatPrefix),
    refused: list.refused.map(
      ({ prefix, guard }) => `${formatPrefix(prefix)}: ${guard.reason.key} ${guard.reason.params.range}`,
    ),
  }).toEqual(expected);
}

describe('buildBlockList', () => {
  it.each([
    ['0.0.0.0/0', 'blocklist.guard.everything 0.0.0.0/0'],
    ['::/0', 'blocklist.guard.everything ::/0'],
    ['128.0.0.0/1', 'blocklist.guard.link-local 169.254.0.0/16'],
    ['0.0.0.0', 'blocklist.guard.any 0.0.0.0/8'],
    ['10.1.2.0/24', 'blocklist.guard.private 10.0.0.0/8'],
    ['100.64.7.0/24', 'blocklist.guard.private 100.64.0.0/10'],
    ['127.0.0.1', 'blocklist.guard.loopback 127.0.0.0/8'],
    ['172.16.0.0/11', 'blocklist.guard.private 172.16.0.0/12'],
    ['192.168.0.0/15', 'blocklist.guard.private 192.168.0.0/16'],
    ['192.88.99.1', 'blocklist.guard.reserved 192.88.99.0/24'],
    ['224.0.0.0/3', 'blocklist.guard.multicast 224.0.0.0/4'],
    ['255.255.255.255', 'blocklist.guard.reserved 240.0.0.0/4'],
    ['::1', 'blocklist.guard.loopback ::1/128'],
    ['fe80::/64', 'blocklist.guard.link-local fe80::/10'],
    ['fd00::/8', 'blocklist.guard.private fc00::/7'],
    ['ff02::1', 'blocklist.guard.multicast ff00::/8'],
    ['2000::/3', 'blocklist.guard.reserved 2001::/23'],
    ['64:ff9b::/96', 'blocklist.guard.reserved 64:ff9b::/96'],
  ])('refuses %s by a built-in guard that nobody has to ask for', (prefix, reason) => {
    const text = prefix.includes('/') ? prefix : `${prefix}/${prefix.includes(':') ? 128 : 32}`;
    const masked = formatPrefix(
      buildBlockList([range(prefix)], []).refused[0]?.prefix ?? { family: 4, first: 0n, length: 0 },
    );
    check([prefix], [], { kept: [], refused: [`${masked}: ${reason}`] });
    expect(text.endsWith(masked.slice(masked.indexOf('/')))).toBe(true);
  });

  it('refuses a block that contains a guard and one that lies inside a guard', () => {
    const guards = ownGuards({ ...NOTHING_OWN, clientAddress: '198.18.33.7', ownNetworks: ['198.19.0.0/16'] });
    check(['198.18.32.0/19', '198.19.5.0/28', '198.18.64.0/24'], guards, {
      kept: ['198.18.64.0/24'],
      refused: [
        '198.18.32.0/19: blocklist.guard.client 198.18.33.7/32',
        '198.19.5.0/28: blocklist.guard.own-network 198.19.0.0/16',
      ],
    });
  });

  it('loses no innocent neighbour to a refused block it would have been joined with', () => {
    const guards = ownGuards({ ...NOTHING_OWN, resolvers: ['192.0.2.1'] });
    check(['192.0.2.0/25', '192.0.2.128/25'], guards, {
      kept: ['192.0.2.128/25'],
      refused: ['192.0.2.0/25: blocklist.guard.resolver 192.0.2.1/32'],
    });
  });

  it('names a block once that is listed twice, and one that was refused within a wider range', () => {
    const guards = ownGuards({ ...NOTHING_OWN, mxPeers: ['198.18.6.9'], localAddresses: ['2001:db8::25'] });
    check(['198.18.4.0 - 198.18.6.255', '198.18.6.0/24', '2001:db8::/64', '198.18.6.0/24'], guards, {
      kept: ['198.18.4.0/23'],
      refused: [
        '198.18.6.0/24: blocklist.guard.mx-peer 198.18.6.9/32',
        '2001:db8::/64: blocklist.guard.local 2001:db8::25/128',
      ],
    });
  });

  it('says where harmless test ranges or very wide blocks are in the list, and blocks them', () => {
    const list = buildBlockList(['192.0.2.0/25', '198.18.0.0/24', '198.18.2.0/24', '8.0.0.0/8'].map(range), []);
    expect(list.refused).toEqual([]);
    expect(list.notices).toEqual([
      { key: 'blocklist.notice.documentation', params: { prefix: '192.0.2.0/25', count: 1, range: '192.0.2.0/24' } },
      { key: 'blocklist.notice.benchmark', params: { prefix: '198.18.0.0/24', count: 2, range: '198.18.0.0/15' } },
      { key: 'blocklist.notice.wide', params: { prefix: '8.0.0.0/8' } },
    ]);
  });

  it('is an empty list for nothing', () => {
    expect(buildBlockList([], [])).toEqual({ prefixes: [], refused: [], notices: [] });
  });

  it('parts every input into kept and refused, and keeps clear of every guard (200 random lists)', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = makeRandom(seed);
      const input = randomRanges(random, random(20), 200);
      const reason = { key: 'blocklist.guard.own-network', params: {} };
      const guards = randomRanges(random, random(6), 200).map((guarded) => ({ range: guarded, reason }));
      const list = buildBlockList(input, guards);
      const kept = list.prefixes.map(prefixToRange);
      const refused = list.refused.map(({ prefix }) => prefixToRange(prefix));
      expect(listAddresses([...kept, ...refused]), `seed ${seed}`).toEqual(listAddresses(input));
      for (const guard of guards) {
        expect(
          kept.some((block) => rangesOverlap(block, guard.range)),
          `seed ${seed}`,
        ).toBe(false);
      }
      for (const { prefix, guard } of list.refused) {
        expect(rangesOverlap(prefixToRange(prefix), guard.range)).toBe(true);
      }
    }
  });
});

describe('ownGuards', () => {
  it('names each guard for what it is', () => {
    const guards = ownGuards({
      ownNetworks: ['203.0.113.0 - 203.0.113.63'],
      clientAddress: '::ffff:192.0.2.9',
      localAddresses: ['fe80::1%eth0'],
      resolvers: ['192.0.2.53'],
      mxPeers: ['2001:DB8:0::25'],
    });
    expect(guards.map(({ reason }) => `${reason.key} ${reason.params.range}`)).toEqual([
      'blocklist.guard.client 192.0.2.9/32',
      'blocklist.guard.own-network 203.0.113.0/26',
      'blocklist.guard.local fe80::1/128',
      'blocklist.guard.resolver 192.0.2.53/32',
      'blocklist.guard.mx-peer 2001:db8::25/128',
    ]);
  });
  it('stops at a text it cannot read, rather than go unguarded', () => {
    expect(() => ownGuards({ ...NOTHING_OWN, ownNetworks: ['203.0.113.0/33'] })).toThrow(
      'bad-input: blocklist.guard.unreadable {"text":"203.0.113.0/33"}',
    );
    expect(() => ownGuards({ ...NOTHING_OWN, resolvers: ['dns.example'] })).toThrow('blocklist.guard.unreadable');
  });
});
