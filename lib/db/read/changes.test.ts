import { expect, test } from 'vitest';
import { type ParsedAnswer, parseRange } from '@/lib/model';
import { one } from '../connection';
import { provideTestDatabase } from '../fixtures/test-database';
import { insertAnswer, storeFacts } from '../write/answers';
import { readAnnouncements, readRedactions } from './announcements';
import { readChanges, readOrganisationChanges } from './changes';
import { readContact } from './contacts';
import { readNetwork } from './networks';
import { readOrganisation } from './organisations';

provideTestDatabase();

const range = (text: string) => {
  const parsed = parseRange(text);
  if (!parsed) throw new Error(text);
  return parsed;
};
const normal = { organisationKey: (name: string) => name.toLowerCase(), phoneE164: () => null };
const NETWORK = {
  registry: 'ripe',
  range: range('192.0.2.0/24'),
  name: 'CRIMSON',
  organisation: { handle: 'ORG-CR1-RIPE', name: 'Crimson Relay B.V.' },
  contacts: [],
  abuseEmail: 'abuse@crimson-relay.example',
  country: 'NL',
  allocatedOn: '2011-03-01',
  updatedOn: null,
  fields: [],
} as const;

let asked = 0;
function tell(
  network: Partial<ParsedAnswer['networks'][number]>,
  more: Partial<ParsedAnswer> = {},
  from: Partial<Parameters<typeof insertAnswer>[0]> = {},
): { network: number; organisation: number; answer: number } {
  asked++;
  const origin = from.origin ?? 'user';
  const answer = insertAnswer({
    publicId: `answer${asked}`,
    server: 'whois.ripe.net',
    query: '192.0.2.1',
    askedMs: asked * 1_000,
    sha256: String(asked),
    bytes: new Uint8Array(),
    text: '',
    status: 'found',
    source: 'live',
    origin,
    ...from,
  });
  const parsed: ParsedAnswer = {
    registry: 'ripe',
    status: 'found',
    networks: [{ ...NETWORK, ...network }],
    organisations: [],
    contacts: [],
    references: [],
    listed: [],
    referral: null,
    ...more,
  };
  const stored = storeFacts(parsed, answer, origin, normal);
  return { network: stored.networks[0]?.id ?? 0, organisation: stored.organisations[0]?.id ?? 0, answer };
}

test('what a later answer tells differently is kept with both answers', () => {
  const first = tell({});
  const second = tell({ abuseEmail: 'desk@crimson-relay.example' });
  const third = tell({ abuseEmail: null, organisation: { handle: 'ORG-HM1-RIPE', name: 'Harbor Mail Inc.' } });
  expect(
    readChanges('network', first.network).map((change) => [
      change.field,
      change.old,
      change.new,
      change.oldAnswerId,
      change.newAnswerId,
    ]),
  ).toEqual([
    ['abuseEmail', 'desk@crimson-relay.example', null, second.answer, third.answer],
    ['organisation', 'Crimson Relay B.V.', 'Harbor Mail Inc.', second.answer, third.answer],
    ['abuseEmail', 'abuse@crimson-relay.example', 'desk@crimson-relay.example', first.answer, second.answer],
  ]);
  expect(readNetwork(first.network)).toMatchObject({ abuseEmail: null, organisation: 'Harbor Mail Inc.' });
});

test.each<[string, Parameters<typeof tell>]>([
  ['the same again', [{}]],
  ['another registry’s words', [{ name: 'OTHER' }, {}, { server: 'rdap.db.ripe.net' }]],
  ['a mirror', [{ name: 'OTHER' }, { referral: 'whois.nic.ad.jp' }]],
  ['an answer in part', [{ name: 'OTHER', abuseEmail: null }, { status: 'partial' }]],
  ['the sample case', [{ name: 'OTHER' }, {}, { origin: 'sample', source: 'sample' }]],
])('%s is no change', (name, later) => {
  const { network } = tell({});
  tell(...later);
  expect(readChanges('network', network)).toEqual([]);
  expect(readNetwork(network)?.name).toBe(name.startsWith('another') ? 'OTHER' : 'CRIMSON');
});

const names = (...handles: readonly string[]) => ({
  contacts: handles.map((handle, index) => ({ handle, role: index === 0 ? ('admin' as const) : ('tech' as const) })),
});
const contactId = (handle: string) => one<{ id: number }>('SELECT id FROM Contact WHERE handle = ?', handle)?.id ?? 0;
const named = (network: number) => readNetwork(network)?.contacts.map(({ handle, role }) => `${handle} ${role}`);

test('a contact that a network’s own entry stops naming is noted on both, and so is one that came', () => {
  const first = tell(names('AA1-RIPE', 'BB1-RIPE'));
  const second = tell(names('AA1-RIPE', 'CC1-RIPE'), {}, { query: '192.0.2.200' });
  const answers = { oldAnswerId: first.answer, newAnswerId: second.answer, atMs: asked * 1_000 };
  expect(named(first.network)).toEqual(['AA1-RIPE admin', 'CC1-RIPE tech']);
  expect(readChanges('network', first.network)).toMatchObject([
    { field: 'contact', old: null, new: 'CC1-RIPE', ...answers },
    { field: 'contact', old: 'BB1-RIPE', new: null, ...answers },
  ]);
  expect(readChanges('contact', contactId('BB1-RIPE'))).toMatchObject([
    { field: 'entry', old: '192.0.2.0/24', new: null, ...answers },
  ]);
  expect(readChanges('contact', contactId('CC1-RIPE'))).toMatchObject([
    { field: 'entry', old: null, new: '192.0.2.0/24' },
  ]);
  expect(readChanges('contact', contactId('AA1-RIPE'))).toEqual([]);
});

test('a contact that plays another part is still named', () => {
  const { network } = tell(names('AA1-RIPE', 'BB1-RIPE'));
  tell(names('BB1-RIPE', 'AA1-RIPE'));
  expect(named(network)).toEqual(['AA1-RIPE tech', 'BB1-RIPE admin']);
  expect(readChanges('network', network)).toEqual([]);
});

test.each<[string, Parameters<typeof tell>]>([
  ['another server', [names('CC1-RIPE'), {}, { server: 'rdap.db.ripe.net' }]],
  ['an answer in part', [names('AA1-RIPE'), { status: 'partial' }]],
  ['a mirror', [names('CC1-RIPE'), { referral: 'whois.nic.ad.jp' }]],
  ['a list without contacts', [names()]],
  ['the sample case', [names('CC1-RIPE'), {}, { origin: 'sample', source: 'sample' }]],
])('%s tells of nobody who is named no longer', (_, later) => {
  const { network } = tell(names('AA1-RIPE', 'BB1-RIPE'));
  tell(...later);
  expect(named(network)).toEqual(expect.arrayContaining(['AA1-RIPE admin', 'BB1-RIPE tech']));
  expect(readChanges('network', network)).toEqual([]);
});

test('what a contact’s own list says is not the network’s entry’s to take back', () => {
  const { network } = tell(names('AA1-RIPE'), { references: [{ handle: 'LL1-RIPE', ranges: [NETWORK.range] }] });
  tell(names('BB1-RIPE'));
  expect(named(network)).toEqual(['BB1-RIPE admin', 'LL1-RIPE referred']);
});

test('an organisation that is named by its handle alone keeps its name', () => {
  const { organisation } = tell({});
  tell({ organisation: { handle: 'ORG-CR1-RIPE', name: 'ORG-CR1-RIPE' } });
  expect(readOrganisation(organisation)?.name).toBe('Crimson Relay B.V.');
  tell({ organisation: { handle: 'ORG-CR1-RIPE', name: 'Crimson Relay Holding B.V.' } });
  expect(readOrganisation(organisation)?.name).toBe('Crimson Relay Holding B.V.');
  expect(readChanges('organisation', organisation).map(({ field, old }) => [field, old])).toEqual([
    ['name', 'Crimson Relay B.V.'],
  ]);
});

test('who announces a network, and what the registry keeps back', () => {
  const origin = { asn: 64500, seen: false, name: 'SAMPLE-AS', address: null, country: null, allocatedOn: null };
  const { answer } = tell(
    {},
    {
      origins: [
        { ...origin, range: range('192.0.2.0/23') },
        { ...origin, asn: 64501, name: null, range: range('192.0.2.128/25') },
        { ...origin, asn: 64501, name: 'INNER-AS', range: null },
        { ...origin, asn: 64502, seen: true, range: range('192.0.2.0/24') },
        { ...origin, asn: 64503, range: range('198.51.100.0/24') },
      ],
      redacted: [{ handle: 'PEJ', field: 'Technical Phone', reason: null }],
    },
  );
  expect(readAnnouncements(NETWORK.range)).toEqual([
    { asn: 64502, seen: true, name: 'SAMPLE-AS', server: 'whois.ripe.net', answerId: answer },
    { asn: 64500, seen: false, name: 'SAMPLE-AS', server: 'whois.ripe.net', answerId: answer },
    { asn: 64501, seen: false, name: 'INNER-AS', server: 'whois.ripe.net', answerId: answer },
  ]);
  expect(readRedactions(answer)).toEqual([{ handle: 'PEJ', field: 'Technical Phone', reason: null }]);
});

test('an organisation’s page has its own changes and those of its networks, also of one that left it', () => {
  const { organisation, network } = tell({ organisation: { handle: 'ORG-CR1-RIPE', name: 'Crimson Relay B.V.' } });
  tell({ abuseEmail: 'desk@crimson-relay.example' });
  const moved = tell({
    abuseEmail: 'desk@crimson-relay.example',
    organisation: { handle: 'ORG-HM1-RIPE', name: 'Harbor Mail Inc.' },
  });
  const said = (id: number) =>
    readOrganisationChanges(id).map((change) => [change.field, change.new, change.network?.id]);
  expect(said(organisation)).toEqual([['organisation', 'Harbor Mail Inc.', network]]);
  expect(said(moved.organisation)).toEqual([
    ['organisation', 'Harbor Mail Inc.', network],
    ['abuseEmail', 'desk@crimson-relay.example', network],
  ]);
});

/** A contact's list of networks, as an answer to one question. */
const list = (ranges: string[], more: Partial<ParsedAnswer> = {}, from: Parameters<typeof tell>[2] = {}) =>
  tell(
    {},
    { networks: [], references: [{ handle: 'TH10-RIPE', ranges: ranges.map(range) }], ...more },
    { query: '-i pn TH10-RIPE', ...from },
  );

const listOf = () => {
  const id = one<{ id: number }>('SELECT id FROM Contact')?.id ?? 0;
  const changes = readChanges('contact', id).map((change) => [change.field, change.old, change.new]);
  return { changes, networks: readContact(id)?.networks.map(({ text }) => text) };
};

test('networks that come to a contact’s list, or go from it, are noted', () => {
  list(['192.0.2.0/26', '192.0.2.64/26']);
  expect(listOf().changes).toEqual([]);
  list(['192.0.2.64/26', '192.0.2.128/26']);
  expect(listOf()).toEqual({
    changes: [
      ['network', '192.0.2.0/26', null],
      ['network', null, '192.0.2.128/26'],
    ],
    networks: ['192.0.2.64/26', '192.0.2.128/26'],
  });
});

test.each<[string, Parameters<typeof list>]>([
  ['a list in part', [['192.0.2.64/26'], { status: 'partial' }]],
  ['a list cut by the registry’s limit', [['192.0.2.64/26'], { status: 'limited' }]],
  ['another question', [['192.0.2.64/26'], {}, { query: 'TH10-RIPE' }]],
  ['another registry', [['192.0.2.64/26'], {}, { server: 'rdap.db.ripe.net' }]],
])('%s takes no network from a contact', (_, later) => {
  list(['192.0.2.0/26', '192.0.2.64/26']);
  list(...later);
  expect(listOf()).toEqual({ changes: [], networks: ['192.0.2.0/26', '192.0.2.64/26'] });
});
