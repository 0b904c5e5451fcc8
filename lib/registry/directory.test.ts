import { describe, expect, it } from 'vitest';
import { type Address, parseAddress, UserError } from '@/lib/model';
import { allowedReferral, chooseServer, createDirectory, overrideServer } from './directory';
import { createRdapDirectory } from './rdap-directory';
import { explainObstacle, findObstacle, questionText } from './questions';
import { ANSWERED_BY, type QuestionKind, SERVERS } from './servers';

function address(text: string): Address {
  const parsed = parseAddress(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

const LOCAL = { address: '127.0.0.1', port: 4343, minIntervalMs: 0 };
const PUBLIC = '8.8.8.8';
const SPECIAL = '198.18.51.40';

describe('the directory as shipped', () => {
  it('has a server for every registry', () => {
    const named = [
      'iana',
      'jpnic',
      'jprs',
      'ripe',
      'arin',
      'apnic',
      'afrinic',
      'lacnic',
      'nicbr',
      'krnic',
      'twnic',
      'cymru',
      'radb',
    ];
    expect([...new Set(SERVERS.map(({ registry }) => registry))].sort()).toEqual(named.sort());
    expect([...ANSWERED_BY.values()].filter((host) => !SERVERS.some((row) => row.host === host))).toEqual([]);
    expect(SERVERS.filter(({ terms, minIntervalMs }) => terms === '' || minIntervalMs < 1_000)).toEqual([]);
  });
});

describe('createDirectory', () => {
  it('ships no row that leads to an address of its own', () => {
    expect([...createDirectory().values()].filter((row) => row.address !== null || row.overridden)).toEqual([]);
    expect(createDirectory().get('whois.nic.ad.jp')).toMatchObject({ port: 43, minIntervalMs: 10_000, pivot: true });
  });

  it('changes the columns given and keeps the others', () => {
    expect(createDirectory({ 'WHOIS.nic.ad.jp': LOCAL }).get('whois.nic.ad.jp')).toMatchObject({
      ...LOCAL,
      charset: 'iso-2022-jp',
      registry: 'jpnic',
      overridden: true,
    });
  });

  it('takes an unknown host as a row of its own', () => {
    expect(createDirectory({ 'whois.test': { port: 4344 } }).get('whois.test')).toMatchObject({
      host: 'whois.test',
      registry: 'unknown',
      port: 4344,
      pivot: false,
    });
  });

  it.each<[string, unknown]>([
    ['{}', null],
    ['{}', 'text'],
    ['whois.test', { 'whois.test': 4343 }],
    ['whois.test › port', { 'whois.test': { port: 70_000 } }],
    ['whois.test › address', { 'whois.test': { address: 'localhost' } }],
    ['whois.test › charset', { 'whois.test': { charset: 'klingon' } }],
    ['whois.test › prefixes › 1', { 'whois.test': { prefixes: ['192.0.2.0/24', '192.0.2.0/33'] } }],
    ['whois.test', { 'whois.test': { prot: 43 } }],
    ['bad host', { 'bad host': {} }],
  ])('names the place of the fault: %s', (path, overrides) => {
    let caught: unknown;
    try {
      createDirectory(overrides);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(UserError);
    expect(caught).toMatchObject({
      code: 'bad-input',
      sentence: { key: 'registry.override.invalid', params: { path } },
    });
  });
});

describe('chooseServer', () => {
  const JPNIC = 'whois.nic.ad.jp';
  const IANA = 'whois.iana.org';
  it.each<[string, string, unknown, string | null]>([
    ['a public address goes to IANA', PUBLIC, {}, `${IANA} iana`],
    ['a special one to nobody', SPECIAL, {}, null],
    ['documentation IPv6 to nobody', '2001:db8::1', {}, null],
    ['a mapped private one to nobody', '::ffff:10.0.0.1', {}, null],
    ['a special one to an overridden row', SPECIAL, { [JPNIC]: LOCAL }, `${JPNIC} override`],
    ['a public one to IANA all the same', PUBLIC, { [JPNIC]: LOCAL }, `${IANA} iana`],
    ['prefixes come first', PUBLIC, { [JPNIC]: { ...LOCAL, prefixes: ['8.0.0.0/8'] } }, `${JPNIC} prefix`],
    ['also for a special one', SPECIAL, { [IANA]: LOCAL, [JPNIC]: { prefixes: ['198.18.0.0/15'] } }, `${JPNIC} prefix`],
    ['an overridden IANA is asked first', SPECIAL, { [JPNIC]: LOCAL, [IANA]: LOCAL }, `${IANA} iana`],
    ['prefixes that do not match are no answer', SPECIAL, { [JPNIC]: { prefixes: ['192.0.2.0/24'] } }, null],
    ['JPRS answers for no address', SPECIAL, { 'whois.jprs.jp': LOCAL }, null],
  ])('%s', (_, text, overrides, expected) => {
    const choice = chooseServer(createDirectory(overrides), address(text));
    expect(choice && `${choice.host} ${choice.via}`).toBe(expected);
  });

  it('has the site’s own row as the last resort', () => {
    expect(overrideServer(createDirectory({ [JPNIC]: LOCAL }), address(PUBLIC))).toEqual({
      host: JPNIC,
      via: 'override',
    });
    expect(overrideServer(createDirectory(), address(PUBLIC))).toBeNull();
  });
});

describe('allowedReferral', () => {
  const directory = createDirectory({ 'whois.ripe.net': LOCAL });
  it.each<[string, string, string | null]>([
    ['whois.apnic.net', PUBLIC, 'whois.apnic.net'],
    ['WHOIS.APNIC.NET', PUBLIC, 'whois.apnic.net'],
    ['127.0.0.1', PUBLIC, null],
    ['169.254.169.254', PUBLIC, null],
    ['evil.test', PUBLIC, null],
    ['__proto__', PUBLIC, null],
    ['whois.apnic.net', SPECIAL, null],
    ['whois.ripe.net', SPECIAL, 'whois.ripe.net'],
  ])('%s for %s', (host, text, expected) => {
    expect(allowedReferral(directory, host, address(text))?.host ?? null).toBe(expected);
  });
});

describe('questions by name and e-mail', () => {
  const arin = createRdapDirectory().get('rdap.arin.net');

  it.each([
    ['pivot-name', 'Person Example', 'fn=Person%20Example'],
    ['pivot-name', ' 山田 ', 'fn=%E5%B1%B1%E7%94%B0'],
    ['pivot-name', 'a&role=registrant', 'fn=a%26role%3Dregistrant'],
    ['pivot-name', 'Exam*', null],
    ['pivot-name', 'a\u0000', null],
    ['pivot-name', '\ud800', null],
    ['pivot-name', 'x'.repeat(201), null],
    ['pivot-email', 'noc@granite.example', 'email=noc%40granite.example'],
    ['pivot-email', '*@granite.example', null],
    ['pivot-email', 'granite.example', null],
    ['pivot-email', 'a b@granite.example', null],
  ] as const)('%s %j is asked as %s', (kind, key, expected) => {
    const path = expected === null ? null : `ips/reverse_search/entity?${expected}`;
    expect(arin && questionText(arin, { kind, key })).toBe(path);
  });
});

describe('questionText', () => {
  const directory = createDirectory({ 'whois.arin.net': { pivot: true }, 'whois.ripe.net': { pivot: false } });
  it.each<[string, QuestionKind, string, string | null]>([
    ['whois.nic.ad.jp', 'address', '198.18.51.40', '198.18.51.40'],
    ['whois.nic.ad.jp', 'network', '198.18.32.0/19', '198.18.32.0/19'],
    ['whois.nic.ad.jp', 'network', '198.18.77.0 - 198.18.255.255', '198.18.77.0-198.18.255.255'],
    ['whois.nic.ad.jp', 'pivot', 'XY12345JP', '^XY12345JP'],
    ['whois.nic.ad.jp', 'contact', 'XY12345JP', 'XY12345JP'],
    ['whois.jprs.jp', 'contact', 'crimson-relay.example', 'crimson-relay.example'],
    ['whois.jprs.jp', 'address', '198.18.51.40', null],
    ['whois.apnic.net', 'pivot', 'TH10-AP', '-r -T inetnum,inet6num -i pn TH10-AP'],
    ['whois.ripe.net', 'pivot', 'TH10-RIPE', null],
    ['whois.ripe.net', 'contact', 'TH10-RIPE', '-r TH10-RIPE'],
    ['whois.arin.net', 'pivot', 'SAMPL-ARIN', 'p ! > SAMPL-ARIN'],
    ['whois.arin.net', 'pivot-organisation', 'GRCL', 'o ! > GRCL'],
    ['whois.arin.net', 'inside', '198.51.100.64/26', 'n > 198.51.100.64/26'],
    ['whois.apnic.net', 'pivot-organisation', 'ORG-SM1-AP', '-r -T inetnum,inet6num -i og ORG-SM1-AP'],
    ['whois.apnic.net', 'pivot-maintainer', 'MAINT-SM', '-r -T inetnum,inet6num -i mb MAINT-SM'],
    ['whois.apnic.net', 'pivot-asn', 'as64500', '-r -T route,route6 -i origin AS64500'],
    ['whois.apnic.net', 'pivot-asn', '4294967296', null],
    ['whois.apnic.net', 'inside', '192.0.2.0 - 192.0.2.255', '-r -T inetnum,inet6num -M 192.0.2.0/24'],
    ['whois.afrinic.net', 'around', '192.0.2.0/24', '-r -T inetnum,inet6num -L 192.0.2.0/24'],
    ['whois.afrinic.net', 'pivot-maintainer', 'BAOBAB-MNT', null],
    ['whois.registro.br', 'contact', 'EXPES4', 'EXPES4'],
    ['whois.kr', 'address', '203.0.113.98', '203.0.113.98'],
    ['whois.kr', 'contact', 'net@blue-mail.example', null],
    ['whois.twnic.net.tw', 'network', '198.51.100.192/27', '198.51.100.192/27'],
    ['whois.cymru.com', 'origin', '192.0.2.17', '-v 192.0.2.17'],
    ['whois.cymru.com', 'address', '192.0.2.17', null],
    ['whois.radb.net', 'routes', 'AS64500', '!!\n!gAS64500\n!6AS64500\n!q'],
    ['whois.radb.net', 'routes', 'AS-SET', null],
    ['whois.radb.net', 'routes', '64500\n!iAS-SET', null],
    ['whois.radb.net', 'address', '192.0.2.17', null],
    ['whois.ripe.net', 'announced', '64500', null],
    ['whois.arin.net', 'address', '::FFFF:198.18.51.40', 'n + 198.18.51.40'],
    ['whois.lacnic.net', 'contact', 'PEJ', null],
    ['whois.nic.ad.jp', 'pivot', 'XY1\r\n2345JP', '^XY12345JP'],
    ['whois.nic.ad.jp', 'pivot', '-V x', null],
    ['whois.nic.ad.jp', 'contact', '-r', null],
    ['whois.nic.ad.jp', 'contact', '!gAS64500', null],
    ['whois.nic.ad.jp', 'contact', 'XY1\u001b[2JJP', null],
    ['whois.nic.ad.jp', 'contact', 'ＸＹ１ＪＰ', null],
    ['whois.nic.ad.jp', 'pivot', '$&', null],
    ['whois.nic.ad.jp', 'address', '-V', null],
  ])('%s %s %j', (host, kind, key, expected) => {
    const row = directory.get(host);
    expect(row && questionText(row, { kind, key })).toBe(expected);
  });

  it('always says -r to registries that speak RIPE’s language', () => {
    const flags = SERVERS.filter(({ registry }) => ['ripe', 'apnic', 'afrinic'].includes(registry))
      .flatMap(({ questions }) => Object.values(questions))
      .filter((text) => text !== null);
    expect(flags.filter((text) => !text.startsWith('-r '))).toEqual([]);
    expect(flags.length).toBe(23);
  });

  it('tells "not offered" from "switched off" and from a key that is none', () => {
    const obstacle = (host: string, kind: QuestionKind, key: string): string | null => {
      const row = directory.get(host);
      return row ? findObstacle(row, { kind, key }) : 'no such row';
    };
    expect(obstacle('whois.lacnic.net', 'pivot', 'PEJ')).toBe('not-offered');
    expect(obstacle('whois.ripe.net', 'pivot', 'TH10-RIPE')).toBe('switched-off');
    expect(obstacle('whois.nic.ad.jp', 'pivot', '-V')).toBe('refused-key');
    expect(obstacle('whois.nic.ad.jp', 'pivot', 'XY12345JP')).toBe(null);
    expect(explainObstacle('not-offered', 'whois.kr')).toEqual({
      key: 'registry.question.not-offered',
      params: { server: 'whois.kr' },
    });
  });

  it.each([
    ['::ffff:192.0.2.17 2001:DB8::1', 'begin\nverbose\n192.0.2.17\n2001:db8::1\nend'],
    ['192.0.2.17 192.0.2.0/24', null],
    ['192.0.2.17 end', null],
    ['', null],
    [
      Array(5_000).fill('192.0.2.17').join(' '),
      expect.stringMatching(/^begin\nverbose\n(?:192\.0\.2\.17\n){5000}end$/),
    ],
    [Array(5_001).fill('192.0.2.17').join(' '), null],
  ])('asks for many addresses in one bulk question', (key, expected) => {
    const row = directory.get('whois.cymru.com');
    expect(row && questionText(row, { kind: 'origins', key })).toEqual(expected);
  });
});
