import { describe, expect, it } from 'vitest';
import { parseAddress, UserError } from '@/lib/model';
import { type Bootstrap, findAsnBases, findBases, joinBootstraps, parseBootstrap } from './bootstrap';
import { createDirectory } from './directory';
import { questionText } from './questions';
import { chooseRdap, createRdapDirectory } from './rdap-directory';

function address(text: string) {
  const parsed = parseAddress(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

function read(services: unknown): Bootstrap {
  const parsed = parseBootstrap(JSON.stringify({ version: '1.0', publication: '2026-08-01T00:00:00Z', services }));
  if (!parsed) throw new Error('no bootstrap');
  return parsed;
}

const BOOTSTRAP = joinBootstraps(
  read([
    [['41.0.0.0/8'], ['https://rdap.afrinic.net/rdap/', 'http://rdap.afrinic.net/rdap/']],
    [['133.0.0.0/8', '43.0.0.0/8'], ['https://rdap.apnic.net/']],
    [
      ['43.228.0.0/16'],
      ['http://rdap.plain.example/', 'https://rdap.unknown.example/', 'https://rdap.arin.net/registry'],
    ],
    [['198.18.0.0/15'], ['https://rdap.arin.net/registry/']],
  ]),
  read([[['2a00::/12'], ['https://rdap.db.ripe.net/']]]),
  read([[['1-1876', '64500'], ['https://rdap.arin.net/registry']]]),
);

describe('parseBootstrap', () => {
  it.each<[string, string[]]>([
    ['41.1.2.3', ['https://rdap.afrinic.net/rdap/']],
    ['43.1.1.1', ['https://rdap.apnic.net/']],
    ['43.228.1.1', ['https://rdap.unknown.example/', 'https://rdap.arin.net/registry/']],
    ['2a00:1::1', ['https://rdap.db.ripe.net/']],
    ['8.8.8.8', []],
  ])('%s belongs to the longest prefix: %j', (text, expected) => {
    expect(findBases(BOOTSTRAP, address(text))).toEqual(expected);
  });

  it('finds the server of an AS number', () => {
    expect([1, 1876, 1877, 64500].map((asn) => findAsnBases(BOOTSTRAP, asn).length)).toEqual([1, 1, 0, 1]);
  });

  it.each([
    ['', null],
    ['{', null],
    ['[]', null],
    ['{"version":"2.0","services":[[["1.0.0.0/8"],["https://a.example/"]]]}', null],
    ['{"version":"1.0"}', null],
    ['{"version":"1.0","services":[[["1.0.0.0/8"],["http://a.example/"]]]}', null],
    ['{"version":"1.0","services":[[["nowhere","1.0.0.0"],["https://a.example/"]],null,[1],[["x"]]]}', null],
    ['{"version":"1.0","__proto__":{"services":[]},"services":{"length":9}}', null],
  ])('takes %s as %j', (text, expected) => {
    expect(parseBootstrap(text)).toBe(expected);
  });
});

describe('chooseRdap', () => {
  const LOCAL = { rdap: 'http://rdap.site.test:8080/', address: '127.0.0.1' };
  it.each<[string, unknown, string | null]>([
    ['41.1.2.3', {}, 'rdap.afrinic.net'],
    ['43.228.1.1', {}, 'rdap.arin.net'],
    ['8.8.8.8', {}, null],
    ['198.18.1.1', {}, null],
    ['198.18.1.1', { 'rdap.site.test': { ...LOCAL, prefixes: ['198.18.0.0/15'] } }, 'rdap.site.test'],
    ['41.1.2.3', { 'rdap.site.test': { ...LOCAL, prefixes: ['198.18.0.0/15'] } }, 'rdap.afrinic.net'],
  ])('%s with %j', (text, overrides, expected) => {
    expect(chooseRdap(createRdapDirectory(overrides), BOOTSTRAP, address(text))?.host ?? null).toBe(expected);
  });

  it('knows nobody without a bootstrap', () => {
    expect(chooseRdap(createRdapDirectory(), null, address('41.1.2.3'))).toBe(null);
  });
});

describe('the rows of RDAP', () => {
  const directory = createRdapDirectory();
  it('lead to https and to no address of their own, as shipped', () => {
    const rows = [...directory.values()];
    expect(rows.filter(({ base, address: own }) => !base.startsWith('https://') || own !== null)).toEqual([]);
    expect(rows.length).toBe(12);
  });

  it.each([
    ['rdap.arin.net', 'pivot', 'SAMPL-ARIN', 'ips/reverse_search/entity?handle=SAMPL-ARIN'],
    ['rdap.arin.net', 'inside', '198.51.100.64/26', 'ips/rirSearch1/rdap-down/198.51.100.64/26'],
    ['rdap.db.ripe.net', 'pivot-organisation', 'ORG-TH1-RIPE', 'entity/ORG-TH1-RIPE'],
    ['rdap.db.ripe.net', 'pivot', 'TH10-RIPE', null],
    ['rdap.apnic.net', 'pivot', 'TH10-AP', null],
    ['rdap.lacnic.net', 'address', '2001:DB8::1', 'ip/2001:db8::1'],
    ['rdap.lacnic.net', 'network', '198.51.100.0 - 198.51.100.63', 'ip/198.51.100.0/26'],
    ['rdap.lacnic.net', 'network', '198.51.100.1 - 198.51.100.63', null],
    ['rdap.lacnic.net', 'contact', '../../x', null],
    ['rdap.lacnic.net', 'contact', 'a?b=c', null],
    ['data.iana.org', 'address', '192.0.2.1', null],
  ] as const)('%s %s %s', (host, kind, key, expected) => {
    const row = directory.get(host);
    expect(row && questionText(row, { kind, key })).toBe(expected);
  });

  it('and those of whois keep apart in RINGLEADER_REGISTRIES', () => {
    const overrides = {
      'rdap.site.test': { rdap: 'http://rdap.site.test:8080/base/' },
      'rdap.arin.net': { minIntervalMs: 5 },
      'whois.site.test': { port: 4343 },
    };
    expect([...createDirectory(overrides).keys()].filter((host) => /rdap|site/.test(host))).toEqual([
      'whois.site.test',
    ]);
    const rdap = createRdapDirectory(overrides);
    expect(
      [...rdap.values()]
        .filter(({ overridden }) => overridden)
        .map(({ host, base, minIntervalMs }) => [host, base, minIntervalMs]),
    ).toEqual([
      ['rdap.arin.net', 'https://rdap.arin.net/registry/', 5],
      ['rdap.site.test', 'http://rdap.site.test:8080/base/', 1000],
    ]);
  });

  it.each([
    'ftp://rdap.site.test/',
    'http://elsewhere.test/',
    'http://rdap.site.test/x',
    'http://u@rdap.site.test/',
    7,
  ])('refuse the base %j', (rdap) => {
    expect(() => createRdapDirectory({ 'rdap.site.test': { rdap } })).toThrow(UserError);
    expect(() => createDirectory({ 'rdap.site.test': { rdap } })).toThrow('rdap.site.test › rdap');
  });
});
