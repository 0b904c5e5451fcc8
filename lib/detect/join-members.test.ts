import { describe, expect, it } from 'vitest';
import { MemberGroups } from './join-members';

describe('MemberGroups', () => {
  it('joins, and lists groups in the order members were given', () => {
    const groups = new MemberGroups(['a', 'b', 'c', 'd'], []);
    expect(groups.join('d', 'b')).toBe(true);
    expect(groups.join('b', 'd')).toBe(true);
    expect(groups.list()).toEqual([['a'], ['b', 'd'], ['c']]);
    expect(groups.find('b')).toBe(groups.find('d'));
  });

  it('keeps members apart whichever of their groups is the larger', () => {
    for (const [one, other] of [
      ['b', 'c'],
      ['c', 'b'],
    ] as const) {
      const groups = new MemberGroups(['a', 'b', 'c', 'd', 'e'], [['a', 'b']]);
      groups.join('c', 'a');
      groups.join('b', 'd');
      groups.join('b', 'e');
      expect(groups.join(one, other)).toBe(false);
      expect(groups.list()).toEqual([
        ['a', 'c'],
        ['b', 'd', 'e'],
      ]);
    }
  });

  it('does not know strangers', () => {
    const groups = new MemberGroups(['a'], [['a', 'z']]);
    expect(groups.join('a', 'y')).toBe(false);
    expect(groups.list()).toEqual([['a']]);
  });
});
