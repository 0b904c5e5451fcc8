import { afterEach, expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { readCounts } from '@/lib/db/read/counts';
import { readStoppedLanes } from '@/lib/db/read/lanes';
import { type RdapReply, startRdapServer } from '@/lib/registry/fixtures/rdap-server';
import type { Fault } from '@/lib/registry/fixtures/whois-server';
import { DENIED_FOR_GOOD } from '@/lib/services/ask-registry';
import { enqueueQuestion, type Question } from '@/lib/services/enqueue-question';
import { sample, startRegistries, type TestRegistries } from '@/lib/services/fixtures/test-registries';
import { resumeRegistry, stopRegistry } from '@/lib/services/resume-registry';
import {
  BROKEN_OFF,
  check,
  DENIED,
  type Ending,
  FOR_GOOD,
  LATE,
  NOTHING,
  NOW,
  readState,
  SLOW_DOWN,
  TOO_BIG,
} from './fixtures/lane-endings';

provideTestDatabase();

let site: TestRegistries | null = null;
afterEach(async () => {
  await site?.close();
  site = null;
});

const MIDNIGHT_MS = 12 * 3_600_000;
const WHOIS = 'whois.ripe.net';
const RDAP = 'rdap.arin.net';
const IANA = 'whois.iana.org';
const ADDRESS = '198.18.51.40';
const LIMITS = { deadlineMs: 400, maxBytes: 50_000 };

const ask = (server: string, kind: Question['kind'], key: string): void =>
  enqueueQuestion({ server, kind, key, depth: 0, asked: [] }, 0, NOW);

test.each<[string, Fault, Ending]>([
  [
    'a denial for the day',
    { denial: sample('ripe-denied-today') },
    { state: 'blocked', waitMs: MIDNIGHT_MS, ...DENIED(WHOIS) },
  ],
  [
    'a denial for good',
    { denial: sample('ripe-denied-permanently') },
    {
      state: 'blocked',
      waitMs: FOR_GOOD,
      en: `${WHOIS} denies access to this address for good: somebody must write to it.`,
      ja: `${WHOIS} はこのアドレスからの利用を恒久的に拒否しています。`,
    },
  ],
  [
    'too many connections',
    { denial: sample('ripe-too-many-connections') },
    { state: 'waiting', waitMs: 60_000, ...SLOW_DOWN(WHOIS) },
  ],
  [
    'a rate limit (APNIC)',
    { denial: sample('apnic-rate-limited') },
    { state: 'waiting', waitMs: 60_000, ...SLOW_DOWN(WHOIS) },
  ],
  [
    'a rate limit (LACNIC)',
    { denial: sample('lacnic-rate-limited') },
    { state: 'waiting', waitMs: 60_000, ...SLOW_DOWN(WHOIS) },
  ],
  [
    '"permission denied"',
    { denial: sample('nicbr-permission-denied') },
    { state: 'waiting', waitMs: 60_000, ...SLOW_DOWN(WHOIS) },
  ],
  [
    'reduced information',
    { denial: sample('apnic-reduced') },
    {
      state: 'waiting',
      waitMs: 5_000,
      en: `${WHOIS} answered with reduced information, because its limit was reached.`,
      ja: `${WHOIS} は問い合わせの上限に達したため、一部の情報だけを返しました。`,
    },
  ],
  ['a slow drip', 'drip', { state: 'waiting', waitMs: 5_000, ...LATE(WHOIS) }],
  ['silence', 'silent', { state: 'waiting', waitMs: 5_000, ...LATE(WHOIS) }],
  ['a reset in mid-line', 'reset', { state: 'waiting', waitMs: 5_000, ...BROKEN_OFF(WHOIS) }],
  ['a giant', 'giant', { state: 'waiting', waitMs: 5_000, ...TOO_BIG(WHOIS) }],
  ['an empty answer', 'empty', { state: 'waiting', waitMs: 5_000, ...NOTHING(WHOIS) }],
  ['a banner alone', 'banner-only', { state: 'waiting', waitMs: 5_000, ...NOTHING(WHOIS) }],
  [
    'an end in mid-line',
    { denial: 'inetnum:     198.51' },
    {
      state: 'waiting',
      waitMs: 5_000,
      en: `The answer of ${WHOIS} broke off. What arrived is kept, and it will be asked again.`,
      ja: `${WHOIS} の回答が途中で切れました。`,
    },
  ],
  [
    'no entries',
    { denial: sample('ripe-no-entries') },
    { state: 'done', waitMs: null, en: '1 answered', ja: '回答済み1件' },
  ],
])('a whois server that answers with %s', async (_, fault, ending) => {
  const played = { answers: { [ADDRESS]: 'ripe-network' }, faults: { [ADDRESS]: fault } };
  site = await startRegistries({ [WHOIS]: played }, {}, [], LIMITS);
  ask(WHOIS, 'address', ADDRESS);
  await site.askDue(NOW);
  check(WHOIS, ending);
});

const page = (status: number, headers: Readonly<Record<string, string>> = {}): RdapReply => ({
  status,
  headers,
  body: '<!doctype html><title>429 Too Many Requests</title>',
});
const redirect = (location: string): RdapReply => ({ status: 302, headers: { location } });
const FORBIDDEN = {
  en: `${RDAP} sends us on to a host that is no registry we know, so it was not asked.`,
  ja: `${RDAP} から、登録機関の一覧にないホストへ転送されたため、問い合わせませんでした。`,
};

test.each<[string, RdapReply, Ending]>([
  ['429 with a web page', page(429), { state: 'waiting', waitMs: 60_000, ...SLOW_DOWN(RDAP) }],
  [
    '429 with Retry-After',
    page(429, { 'retry-after': '120' }),
    { state: 'waiting', waitMs: 120_000, ...SLOW_DOWN(RDAP) },
  ],
  ['503', page(503), { state: 'waiting', waitMs: 60_000, ...SLOW_DOWN(RDAP) }],
  ['403', page(403), { state: 'blocked', waitMs: MIDNIGHT_MS, ...DENIED(RDAP) }],
  ['a web page with 200', page(200), { state: 'waiting', waitMs: 5_000, ...NOTHING(RDAP) }],
  ['nothing', { fault: 'empty' }, { state: 'waiting', waitMs: 5_000, ...NOTHING(RDAP) }],
  ['a slow drip', { fault: 'drip' }, { state: 'waiting', waitMs: 5_000, ...LATE(RDAP) }],
  [
    'a reset in mid-line',
    { fault: 'reset', body: sample('rdap-arin-network') },
    { state: 'waiting', waitMs: 5_000, ...BROKEN_OFF(RDAP) },
  ],
  ['a giant', { fault: 'giant' }, { state: 'waiting', waitMs: 5_000, ...TOO_BIG(RDAP) }],
  ['a redirect to 127.0.0.1', redirect('http://127.0.0.1/x/'), { state: 'waiting', waitMs: 5_000, ...FORBIDDEN }],
  [
    'a redirect to the metadata service',
    redirect('http://169.254.169.254/'),
    { state: 'waiting', waitMs: 5_000, ...FORBIDDEN },
  ],
  [
    'a redirect to a mapped address',
    redirect('http://[::ffff:10.0.0.1]/'),
    { state: 'waiting', waitMs: 5_000, ...FORBIDDEN },
  ],
  [
    'a redirect to itself',
    redirect('?'),
    {
      state: 'waiting',
      waitMs: 5_000,
      en: `${RDAP} sends us on again and again, so we stopped.`,
      ja: `${RDAP} からの転送が繰り返されたため、途中でやめました。`,
    },
  ],
  ['501 to a search', page(501), { state: 'done', waitMs: null, en: '1 answered', ja: '回答済み1件' }],
])('an RDAP server that answers with %s', async (_, reply, ending) => {
  site = await startRegistries({}, { [RDAP]: [['*', reply]] }, [], LIMITS);
  ask(RDAP, 'pivot', 'SAMPL-ARIN');
  await site.askDue(NOW);
  check(RDAP, ending);
});

test('a redirect to another port of this machine makes no connection', async () => {
  const trap = await startRdapServer({ replies: [['/*', '{}']] });
  try {
    site = await startRegistries({}, { [RDAP]: [['*', redirect(`http://127.0.0.1:${trap.port}/`)]] }, [], LIMITS);
    ask(RDAP, 'pivot', 'SAMPL-ARIN');
    await site.askDue(NOW);
    expect(trap.connections).toBe(0);
    check(RDAP, { state: 'waiting', waitMs: 5_000, ...FORBIDDEN });
  } finally {
    await trap.close();
  }
});

const referTo = (host: string): string => `% IANA WHOIS server\n\nrefer:        ${host}\n\nsource:       IANA\n`;

test.each([
  ['127.0.0.1', `${IANA} sends us on to 127.0.0.1`, '127.0.0.1 を案内'],
  ['169.254.169.254', `${IANA} sends us on to 169.254.169.254`, '169.254.169.254 を案内'],
  [
    '::ffff:10.0.0.1',
    `${IANA} names no registry that could be asked about ${ADDRESS}.`,
    '照会できる登録機関を示しませんでした',
  ],
  [
    'rwhois://10.0.0.1:4321',
    `${IANA} names no registry that could be asked about ${ADDRESS}.`,
    '照会できる登録機関を示しませんでした',
  ],
  [IANA, `${IANA} sends us on to ${IANA}`, `${IANA} を案内`],
])('a referral to %s', async (host, en, ja) => {
  site = await startRegistries({
    [IANA]: { answers: { [ADDRESS]: referTo(host) } },
  });
  ask(IANA, 'address', ADDRESS);
  await site.askDue(NOW);
  check(IANA, { state: 'failed', waitMs: null, en, ja });
});

test.each(['127.0.0.1', '169.254.169.254', '::ffff:10.0.0.1'])(
  'a name that the resolver leads to %s, at whatever time',
  async (address) => {
    const asked: string[] = [];
    const resolve = async (host: string): Promise<string[]> => {
      asked.push(host);
      return asked.length === 1 ? ['192.88.99.1', address] : ['192.88.99.1'];
    };
    site = await startRegistries({}, {}, [], { ...LIMITS, resolve });
    ask(WHOIS, 'address', '41.1.2.3');
    await site.askDue(NOW);
    expect(asked).toEqual([WHOIS]);
    check(WHOIS, {
      state: 'waiting',
      waitMs: 5_000,
      en: `${WHOIS} leads to an address inside a private network, so it was not asked.`,
      ja: `${WHOIS} の名前が内部ネットワークのアドレスを指しているため、問い合わせませんでした。`,
    });
  },
);

test('a denial for good is an alarm, one for the day or a stop by hand is none', async () => {
  const play = (address: string, name: string) => ({ faults: { [address]: { denial: sample(name) } } });
  site = await startRegistries({
    'whois.ripe.net': play('198.18.1.1', 'ripe-denied-permanently'),
    'whois.apnic.net': play('198.18.2.1', 'ripe-denied-today'),
  });
  ask('whois.ripe.net', 'address', '198.18.1.1');
  ask('whois.apnic.net', 'address', '198.18.2.1');
  await site.askDue(NOW);
  ask('whois.kr', 'address', '198.18.3.1');
  const owner = { actor: 'owner', nowMs: NOW } as const;
  stopRegistry(owner, 'whois.kr');
  expect(readStoppedLanes(DENIED_FOR_GOOD)).toEqual(['whois.ripe.net']);
  resumeRegistry(owner, 'whois.ripe.net');
  expect(readStoppedLanes(DENIED_FOR_GOOD)).toEqual([]);
});

test('another charset than declared spoils no other line', async () => {
  const text = sample('ripe-network').replace('netname:', 'descr:          Ñandú\nnetname:');
  const latin = text.replaceAll('Ñ', '\u{d1}');
  site = await startRegistries({ [WHOIS]: { answers: { [ADDRESS]: latin }, row: { charset: 'iso-2022-jp' } } });
  ask(WHOIS, 'address', ADDRESS);
  await site.askDue(NOW);
  expect(readState(WHOIS)).toEqual(['done', null]);
  expect(readCounts().networks).toBe(1);
});
