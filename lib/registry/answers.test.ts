import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Address, type AddressRange, formatAddress, formatRange, type ParsedAnswer } from '@/lib/model';
import { GRAMMARS } from './answers';
import { parseAnswer } from './parse-answer';

const folder = path.join(import.meta.dirname, 'fixtures');
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.txt') ? [file.slice(0, -4)] : []));
const Hints = z.record(z.string(), z.object({ server: z.string().optional(), query: z.string().optional() }));
const hints = Hints.parse(JSON.parse(read('hints.json')));

/** Plain data: each range and address as text. To rewrite the expectations: `npx vitest run lib/registry -u`. */
function plain(answer: ParsedAnswer): string {
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
  const isRange = (value: unknown): value is AddressRange => isObject(value) && 'first' in value && 'last' in value;
  const isAddress = (value: unknown): value is Address => isObject(value) && 'value' in value && 'family' in value;
  const toText = (_: string, value: unknown): unknown =>
    isRange(value) ? formatRange(value) : isAddress(value) ? formatAddress(value) : value;
  return `${JSON.stringify(answer, toText, 1)}\n`;
}

describe('every sample answer parses to what stands beside it', () => {
  it.each(names)('%s', async (name) => {
    expect(readdirSync(folder), 'a sample without expectation: create the file and run with -u').toContain(
      `${name}.json`,
    );
    expect(hints, 'a sample without its line in hints.json').toHaveProperty([name]);
    await expect(plain(parseAnswer(read(`${name}.txt`), hints[name]))).toMatchFileSnapshot(
      path.join(folder, `${name}.json`),
    );
  });

  it('leaves no grammar without a sample', () => {
    const sampled = names.map((name) => GRAMMARS.find(({ matches }) => matches(read(`${name}.txt`)))?.id);
    expect(GRAMMARS.map(({ id }) => id).filter((id) => !sampled.includes(id))).toEqual([]);
  });
});
