import { expect, it } from 'vitest';
import type { Case } from '@/lib/model';
import { SAMPLE_CASE } from '../fixtures/sample-case';
import { redactCase } from './redact-case';
import { createRedactor, keepAll } from './redactor';

const FIXED = ['key', 'part', 'origin', 'sha256', 'id', 'standing'];

/** The case with a recipient behind every text in it, our own keys and fixed words aside. */
function poison(original: Case): Case {
  return JSON.parse(JSON.stringify(original), (name, value) =>
    typeof value === 'string' && !FIXED.includes(name) ? `${value} hanako=OWN.example` : value,
  );
}

it('reaches every text of a case', () => {
  const poisoned = poison(SAMPLE_CASE);
  expect(JSON.stringify(poisoned).match(/hanako=OWN/g)).toHaveLength(48);
  const clean = redactCase(poisoned, createRedactor(SAMPLE_CASE.recipients));
  expect(JSON.stringify(clean)).not.toMatch(/hanako|shop-q7|own\.example/i);
});

it('keeps all else, and all of it where nothing is to be masked', () => {
  expect(redactCase(SAMPLE_CASE, keepAll)).toEqual(SAMPLE_CASE);
  const clean = redactCase(SAMPLE_CASE, createRedactor(SAMPLE_CASE.recipients));
  expect(clean.networks).toEqual(SAMPLE_CASE.networks);
  expect(clean.answers).toEqual(SAMPLE_CASE.answers);
  expect(clean.recipients).toEqual(['x•••1@•••.example', 'x•••2@•••.example']);
});

it('keeps the parts of a line on their words', () => {
  const clean = redactCase(SAMPLE_CASE, createRedactor(SAMPLE_CASE.recipients));
  const words = clean.lines.map(({ text, parts }) => parts.map(({ start, end }) => text.slice(start, end)));
  expect(words[0]).toEqual([
    'Aug  3 12:15:23',
    '198.18.51.40',
    '450 4.7.1',
    'rainbow+err20481@gbc001.mag.example',
    'x•••1@•••.example',
    'r001-gbc001.mail-b.example',
  ]);
  expect(words[5]?.[4]).toBe('x•••2@•••.example');
});
