import { describe, expect, it } from 'vitest';
import { provideTestDatabase } from '../fixtures/test-database';
import { insertOperator, insertSmallCase } from './fixtures/small-case';
import { search } from './search';

provideTestDatabase();

const NETWORK = { id: 1, text: '198.18.32.0/19', name: 'CRIMSON', organisation: 'Crimson Relay', events: 2 };

describe('search', () => {
  it('finds the network around an address that no log has seen', () => {
    insertSmallCase();
    const found = search(' 198.18.33.77 ');
    expect(found.exact).toEqual({ text: '198.18.33.77', single: true, seen: 0, addresses: 0 });
    expect(found.networks).toEqual([NETWORK]);
  });

  it('finds networks inside a block, and what was seen of it', () => {
    insertSmallCase();
    const found = search('198.18.0.0/15');
    expect(found.exact).toEqual({ text: '198.18.0.0/15', single: false, seen: 2, addresses: 2 });
    expect(found.networks).toEqual([NETWORK]);
  });

  it.each([
    ['cr001', 'contacts', [{ id: 1, handle: 'CR001JP', registry: 'jpnic', name: null }]],
    ['RELAY', 'organisations', [{ id: 1, name: 'Crimson Relay', handle: null, registry: 'jpnic' }]],
    ['relay', 'operators', [{ publicId: 'operator1', name: 'Crimson Relay' }]],
    ['rainbow', 'templates', [{ id: 1, pattern: 'rainbow+err{digits}@relay.example', events: 2 }]],
    [
      '@office',
      'recipients',
      [
        { text: 'anna+games@office.test', service: null, events: 2 },
        { text: 'bob@office.test', service: null, events: 1 },
      ],
    ],
    ['2026', 'uploads', [{ publicId: 'upload1', name: 'maillog-20260803' }]],
    ['192.0.2', 'addresses', [{ text: '192.0.2.9', events: 1 }]],
    ['crimson', 'networks', [NETWORK]],
  ] as const)('%s among the %s', (question, kind, expected) => {
    insertSmallCase();
    insertOperator();
    expect(search(question)[kind]).toEqual(expected);
  });

  it.each(['', '%', '_', '\\'])('takes %j as text, not as a pattern', (question) => {
    insertSmallCase();
    const { exact, ...lists } = search(question);
    expect([exact, ...Object.values(lists).flat()]).toEqual([null]);
  });
});
