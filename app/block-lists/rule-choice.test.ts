import { expect, it } from 'vitest';
import { readRuleChoice } from './rule-choice';

it.each([
  [{}, { format: 'nft', choice: { place: 'append', action: 'reject', ports: 'all' } }],
  [
    { format: 'sysconfig', place: 'insert', action: 'drop', ports: 'mail' },
    { format: 'sysconfig', choice: { place: 'insert', action: 'drop', ports: 'mail' } },
  ],
  [
    { format: '../etc', place: 'x', action: ['drop', 'reject'], ports: '' },
    { format: 'nft', choice: { place: 'append', action: 'drop', ports: 'all' } },
  ],
])('%j', (params, expected) => {
  expect(readRuleChoice(params)).toEqual(expected);
});
