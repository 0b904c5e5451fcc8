import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listOf, member, parseJson, textOf } from './answers/json';
import { parseAnswer } from './parse-answer';

describe('the JSON of strangers', () => {
  it('is asked for its own members only', () => {
    const root = parseJson('{"__proto__":{"handle":"X"},"handle":"own"}');
    expect([member(root, 'handle'), member(member(root, '__proto__'), 'handle')]).toEqual(['own', 'X']);
    expect(['constructor', 'toString', 'hasOwnProperty', '__proto__'].map((name) => member({}, name))).toEqual(
      Array(4).fill(undefined),
    );
    expect([member([1], 'length'), member('text', 'length'), member(null, 'x')]).toEqual(Array(3).fill(undefined));
  });

  it('changes no prototype', () => {
    const hostile = readFileSync(path.join(import.meta.dirname, 'fixtures/rdap-hostile.txt'), 'utf8');
    expect(parseAnswer(hostile).status).toBe('found');
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Reflect.get({}, 'polluted')).toBe(undefined);
  });

  it('may nest as deep and list as much as it likes', () => {
    const deep = `${'{"entities":['.repeat(200_000)}${']}'.repeat(200_000)}`;
    const answer = parseAnswer(deep.replace('{', '{"objectClassName":"entity","handle":"TOP",'));
    expect(answer.contacts.map(({ handle }) => handle)).toEqual(['TOP']);
    expect(parseAnswer(`${'['.repeat(2_000_000)}`).status).toBe('failed');
    expect(listOf(Array(9_999).fill(0)).length).toBe(5_000);
  });

  it('gives text and numbers as text, and nothing for the rest', () => {
    expect([' a ', 7, '', ' ', true, null, {}, ['a']].map(textOf)).toEqual(['a', '7', ...Array(6).fill(null)]);
  });
});
