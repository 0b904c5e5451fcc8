import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { en } from './en';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The text of every source file outside the catalogues, tests left out. */
function readSources(): string {
  return ['lib', 'app', 'components']
    .flatMap((folder) =>
      readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    .filter(
      (file) =>
        /\.tsx?$/.test(file) && !/\.(test|bench)\.|\/(generated|fixtures)\/|^lib\/messages\/(en|ja)\//.test(file),
    )
    .map((file) => readFileSync(`${root}${file}`, 'utf8'))
    .join('\n');
}

const source = readSources();
const keys = Object.keys(en);
/** Whole keys in quotes, and the heads of keys put together: `standing.${…}`. */
const literals = new Set(
  [...source.matchAll(/['"`]([a-z][a-z-]*(?:\.[a-z-]+)+)['"`]/g)].map((match) => match[1] ?? ''),
);
const heads = [...source.matchAll(/`([a-z][a-z-]*\.(?:[a-z-]+\.)*[a-z-]*)\$\{/g)].map((match) => match[1] ?? '');
const joined = [...source.matchAll(/['"]([a-z][a-z-]*(?:\.[a-z-]+)*\.)['"]/g)].map((match) => match[1] ?? '');

describe('the catalogues and the code', () => {
  it('say nothing that no code asks for', () => {
    const prefixes = [...heads, ...joined];
    const idle = keys.filter((key) => !literals.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)));
    expect(idle).toEqual([]);
  });

  it('have every key that a message is made with', () => {
    const asked = [...source.matchAll(/\bmessage\(\s*['"]([a-z.-]+)['"]/g)].map((match) => match[1] ?? '');
    const unknown = [...new Set(asked)].filter((key) => !keys.includes(key));
    expect(unknown).toEqual([]);
  });

  it('name each key in one file only', () => {
    const files = readdirSync(`${root}lib/messages/en`).filter((file) => file !== 'index.ts');
    const named = files.flatMap((file) =>
      [...readFileSync(`${root}lib/messages/en/${file}`, 'utf8').matchAll(/^ {2}'([^']+)':/gm)].map(
        (match) => match[1] ?? '',
      ),
    );
    expect(named.filter((key, index) => named.indexOf(key) !== index)).toEqual([]);
    expect(named.length).toBe(keys.length);
  });
});
