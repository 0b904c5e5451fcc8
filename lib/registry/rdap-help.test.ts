import { describe, expect, it } from 'vitest';
import { createRdapDirectory } from './rdap-directory';
import { limitByHelp } from './rdap-help';

const REVERSE = { searchableResourceType: 'ips', relatedResourceType: 'entity', property: 'handle' };

const EVERYTHING = ['address', 'pivot', 'pivot-organisation', 'pivot-name', 'pivot-email', 'inside', 'around'];

describe('limitByHelp', () => {
  const arin = createRdapDirectory().get('rdap.arin.net');
  const ripe = createRdapDirectory().get('rdap.db.ripe.net');
  /** The pivots that are left. */
  function left(row: typeof arin, help: unknown): string[] {
    if (!row) throw new Error('no such row');
    const { questions } = limitByHelp(row, typeof help === 'string' ? help : JSON.stringify(help));
    return (
      ['address', 'pivot', 'pivot-organisation', 'pivot-name', 'pivot-email', 'inside', 'around'] as const
    ).filter((kind) => questions[kind]);
  }

  it.each<[string, unknown, string[]]>([
    [
      'everything',
      {
        rdapConformance: ['rdap_level_0', 'reverse_search', 'rirSearch1'],
        reverse_search_properties: ['handle', 'fn', 'email'].map((property) => ({ ...REVERSE, property })),
      },
      EVERYTHING,
    ],
    [
      'no hierarchy',
      {
        rdapConformance: ['rdap_level_0'],
        reverse_search_properties: [{ ...REVERSE, relatedResourceType: 'entities' }],
      },
      ['address', 'pivot', 'pivot-organisation'],
    ],
    [
      'reverse search of another property',
      { rdapConformance: ['rirSearch1'], reverse_search_properties: [{ ...REVERSE, property: 'fn' }, 7, null] },
      ['address', 'pivot-name', 'inside', 'around'],
    ],
    [
      'reverse search of another kind of object',
      {
        rdapConformance: ['rdap_level_0'],
        reverse_search_properties: [
          { ...REVERSE, searchableResourceType: 'domains' },
          { ...REVERSE, relatedResourceType: 'nameserver' },
        ],
      },
      ['address'],
    ],
    ['nothing', { rdapConformance: ['rdap_level_0'] }, ['address']],
    ['what cannot be read', '<html>', EVERYTHING],
    ['what is empty', '{}', EVERYTHING],
  ])('takes %s', (_, help, expected) => {
    expect(left(arin, help)).toEqual(expected);
  });

  it('leaves RIPE its organisations, which are look-ups', () => {
    expect(left(ripe, { rdapConformance: ['rdap_level_0'] })).toEqual(['address', 'pivot-organisation']);
  });
});
