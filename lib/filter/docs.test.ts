import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FIELDS, LIMITS, parseFilter, printFilter } from '.';

const text = readFileSync(fileURLToPath(new URL('../../docs/filter.md', import.meta.url)), 'utf8');
const codesOf = (cell: string | undefined): string[] =>
  [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');

/** The rows of the table of fields, as cells. */
const rows = (text.split('## Fields')[1] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** The filters of the blocks, a line each. */
const blocks = [...text.matchAll(/```filter\n([^`]*)```/g)].flatMap(([, body]) => (body ?? '').trim().split('\n'));

/** The filters that stand in sentences: every code that begins like a term of a field. */
const inline = [...text.matchAll(/`(-?[a-z]+:[^`]+)`/g)]
  .map(([, code]) => code ?? '')
  .filter((code) => !code.includes('//'));

describe('the reference of the filter language', () => {
  it('describes every field as it is', () => {
    expect(rows.map(([, name, aliases, takes, , example]) => [name, aliases, takes, example].map(codesOf))).toEqual(
      FIELDS.map((spec) => [[spec.name], spec.aliases, spec.takes, [spec.example]]),
    );
  });

  it('says what is matched of every field', () => {
    expect(rows.filter(([, , , , matched]) => !matched)).toEqual([]);
  });

  it('finds its examples', () => {
    expect(blocks).toHaveLength(7);
    expect(inline.length).toBeGreaterThan(FIELDS.length);
  });

  it.each([...new Set([...blocks, ...inline])])('%s is read without errors', (example) => {
    const { filter, errors } = parseFilter(example);
    expect(errors).toEqual([]);
    expect(parseFilter(printFilter(filter)).filter).toEqual(filter);
  });

  it('names the limits as they are', () => {
    const number = (value: number): string => new Intl.NumberFormat('en').format(value);
    expect(text).toContain(
      `at most ${number(LIMITS.characters)} characters, ${LIMITS.terms} terms and ${LIMITS.values} values`,
    );
  });
});
