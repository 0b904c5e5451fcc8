import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addressToRange, formatRange, parseAddress, rangeContains } from '@/lib/model';
import { decodeAnswer } from './decode';
import { createDirectory } from './directory';
import { parseAnswer } from './parse-answer';
import { questionText } from './questions';

const folder = path.join(import.meta.dirname, '../services/sample-case');
const Index = z.array(
  z.object({ file: z.string(), server: z.string(), query: z.string(), askedAt: z.iso.datetime({ offset: true }) }),
);
const entries = Index.parse(JSON.parse(readFileSync(path.join(folder, 'answers/index.json'), 'utf8')));
const directory = createDirectory({ 'whois.nic.ad.jp': {} });

const answers = entries.map(({ file, server, query }) => {
  const text = decodeAnswer(readFileSync(path.join(folder, 'answers', file)), directory.get(server)?.charset ?? '');
  return { server, query, parsed: parseAnswer(text, { server, query }) };
});
const jpnic = answers.filter(({ server }) => server === 'whois.nic.ad.jp');

describe('the answers of the sample case', () => {
  it('are all found', () => {
    expect(answers.filter(({ parsed }) => parsed.status !== 'found')).toEqual([]);
    expect(answers.length).toBe(24);
  });

  it('were asked as the worker asks, but for some in English', () => {
    const strange = entries.filter(({ server, query }) => {
      const row = directory.get(server);
      const key = query.replace(/\/e$/, '').replace(/^.*\s|^\^/, '');
      const kinds = ['address', 'network', 'pivot', 'contact'] as const;
      return !row || !kinds.some((kind) => questionText(row, { kind, key }) === query.replace(/\/e$/, ''));
    });
    expect(strange).toEqual([]);
    expect(entries.filter(({ query }) => query.endsWith('/e')).length).toBe(3);
  });

  it('list the operator’s networks: seven in eight lines, and the two of the second company', () => {
    expect(
      jpnic.flatMap(({ parsed }) => parsed.references).map(({ handle, ranges }) => [handle, ranges.map(formatRange)]),
    ).toEqual([
      [
        'XY12345JP',
        ['198.18.32.0/19', '198.18.28.0/22', '198.18.8.0/21', '198.18.8.0/21'].concat([
          '198.18.96.0/20',
          '198.18.120.0/23',
          '198.18.126.0/24',
          '203.0.113.16/28',
        ]),
      ],
      ['HM77001JP', ['198.18.120.0/23', '203.0.113.16/28']],
    ]);
  });

  it('name who holds each network', () => {
    const held = jpnic
      .filter(({ query }) => query.includes('/'))
      .flatMap(({ parsed }) => parsed.networks)
      .map(({ range, organisation, contacts }) => [
        formatRange(range),
        organisation?.name,
        contacts.map(({ handle, role }) => `${role} ${handle}`).join(', '),
      ]);
    const crimson = ['Crimson Relay Co., Ltd.', 'admin XY12345JP, tech XY12345JP'];
    const harbor = ['Harbor Mail Inc.', 'admin HM77001JP, tech XY12345JP'];
    expect(held).toEqual([
      ['198.18.32.0/19', ...crimson],
      ['198.18.28.0/22', ...crimson],
      ['198.18.8.0/21', ...crimson],
      ['198.18.96.0/20', ...crimson],
      ['198.18.120.0/23', ...harbor],
      ['198.18.126.0/24', ...crimson],
      ['203.0.113.16/28', ...harbor],
    ]);
  });

  it('tie the two companies by phone and by office, room included', () => {
    const contacts = answers.flatMap(({ parsed }) => parsed.contacts);
    const tied = contacts.filter(({ phone }) => phone === '03-5550-0100');
    expect(tied.map(({ handle }) => handle)).toEqual([
      'XY12345JP',
      'HM77001JP',
      'crimson-relay.example',
      'harbor-mail.example',
    ]);
    expect(tied.map(({ postalAddress }) => postalAddress)).toEqual([
      null,
      null,
      '東京都架空区見本町1-2-3 見本ビル401号室',
      '東京都架空区見本町1-2-3 見本ビル401号室',
    ]);
  });

  it('give every client of the log exactly one holder', () => {
    const log = readFileSync(path.join(folder, 'maillog'), 'utf8');
    const clients = [
      ...new Set([...log.matchAll(/(?:from|client=)[^\s[]*\s?\S*?\[([0-9a-f.:]+)\]/g)].map((match) => match[1] ?? '')),
    ];
    const networks = answers.flatMap(({ parsed }) => parsed.networks);
    const holders = clients.map((client) => {
      const address = parseAddress(client);
      const around = networks.filter(({ range }) => address && rangeContains(range, addressToRange(address)));
      return [client, new Set(around.map(({ organisation }) => organisation?.name)).size];
    });
    expect(holders.filter(([, count]) => count !== 1)).toEqual([]);
    expect(holders.length).toBe(20);
  });
});
