import { describe, expect, it } from 'vitest';
import { completeFilter } from '@/lib/filter';
import { listOptions, narrowSuggestions, readSuggestions, suggestUrl } from './suggestions';

describe('suggestions', () => {
  it('are asked by field and prefix, beside what the page asks for', () => {
    expect(suggestUrl('/api/suggest', 'org', 'a&b')).toBe('/api/suggest?field=org&prefix=a%26b');
    expect(suggestUrl('/api/suggest?q=x', 'org', '')).toBe('/api/suggest?q=x&field=org&prefix=');
  });

  it.each([
    [{ values: [] }, []],
    [
      { values: [{ value: 'a', label: 'A', count: 3 }, { value: 'b' }] },
      [{ value: 'a', label: 'A', count: 3 }, { value: 'b' }],
    ],
    [{ values: [{ value: 1 }] }, null],
    [{ values: [{ value: 'a', count: '3' }] }, null],
    [{ values: 'a' }, null],
    [{}, null],
    [null, null],
  ])('of %j', (answer, expected) => {
    expect(readSuggestions(answer)).toEqual(expected);
  });

  it('are narrowed by value and label', () => {
    const all = [{ value: '#3', label: 'Crimson Relay' }, { value: 'Azure' }];
    expect(narrowSuggestions(all, 'CRIM')).toEqual([all[0]]);
    expect(narrowSuggestions(all, '')).toEqual(all);
  });

  it('stand behind what is always the same, each once and in quotes where needed', () => {
    const codes = listOptions(completeFilter('code:4', 6), [{ value: '4xx' }, { value: '450', count: 7 }]);
    expect(codes.map(({ candidate, count }) => [candidate.text, count])).toEqual([
      ['4xx', undefined],
      ['450', 7],
    ]);
    const names = listOptions(completeFilter('org:', 4), [{ value: 'Crimson Relay' }, { value: '#3', label: 'Azure' }]);
    expect(names.map(({ candidate }) => candidate.text)).toEqual(['"Crimson Relay"', '#3']);
    expect(listOptions(completeFilter('has:', 4), [{ value: 'x' }])).toHaveLength(4);
  });
});
