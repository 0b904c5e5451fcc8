import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDenial } from './answers/status';
import { parseAnswer } from './parse-answer';

const sample = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, 'fixtures', `${name}.txt`), 'utf8');

describe('readDenial', () => {
  it.each([
    ['ripe-denied-today', 'today'],
    ['ripe-denied-permanently', 'permanent'],
    ['ripe-no-entries', null],
  ])('%s: %s', (name, expected) => {
    expect(readDenial(sample(name))).toBe(expected);
  });
});

describe('the status of an answer', () => {
  it('never comes from a value', () => {
    const forged = sample('ripe-network')
      .replace('Tidewater Hosting', '%ERROR:201: access denied')
      .replace('descr:  ', 'descr:  No match!! Query terms are ambiguous\n        ');
    expect(parseAnswer(forged).status).toBe('found');
    expect(parseAnswer('<p>No match!! is what JPNIC says</p>\nText: %ERROR:101: no entries found\n').status).toBe(
      'failed',
    );
  });

  it.each(['% Query rate limit exceeded', '% Maximum concurrent connections limit exceeded', '% Permission denied.'])(
    'backs off at %s',
    (line) => {
      expect(parseAnswer(`${line}\n`).status).toBe('rate-limited');
    },
  );

  it.each([
    ['%ERROR:201: access denied', 'denied'],
    ['%ERROR:305: connections exceeded', 'rate-limited'],
    ['%ERROR:306: connections exceeded', 'rate-limited'],
    ['%ERROR:101: no entries found', 'empty'],
    ['% Query rate limit exceeded. Reduced information.', 'partial'],
    ['% Query rate limit exceeded\n', 'rate-limited'],
    ['% Maximum concurrent connections limit exceeded', 'rate-limited'],
    ['% Permission denied.', 'rate-limited'],
    ['Rate Limit is maxed at 10 queries per 1 minutes', 'rate-limited'],
    ['WHOIS LIMIT EXCEEDED', 'rate-limited'],
    ['No match!!', 'empty'],
    ['No match found for', 'empty'],
    ['%  No entries found for the selected source(s).', 'empty'],
    ['Query terms are ambiguous', 'unsupported'],
  ])('every text that stands in place of data has a sample: %s', (text, status) => {
    const samples = readdirSync(path.join(import.meta.dirname, 'fixtures')).filter((name) => name.endsWith('.txt'));
    const found = samples.map((name) => sample(name.slice(0, -4))).filter((answer) => answer.includes(text));
    expect(found.map((answer) => parseAnswer(answer).status)).toContain(status);
  });
});
