import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryText } from './fixtures/arbitrary-filter';
import { applyCandidate, type Candidate, completeFilter, dataCandidate, FIELDS, parseFilter } from '.';

/** Completes at the `|`. */
function complete(marked: string) {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const completion = completeFilter(text, caret);
  return { ...completion, text, texts: completion.candidates.map((candidate) => candidate.text) };
}

describe('what can follow', () => {
  it.each([
    ['|', '', FIELDS.length],
    ['ip:192.0.2.1 |', '', FIELDS.length],
    ['| ip:192.0.2.1', '', FIELDS.length],
    ['-|', '', FIELDS.length],
  ])('at %j are all fields', (marked, prefix, count) => {
    expect(complete(marked)).toMatchObject({ prefix, texts: { length: count } });
    expect(complete(marked).field).toBeUndefined();
  });

  it.each([
    ['se|', 'se', ['sender:', 'service:', 'server:'], 'se'],
    ['ip:192.0.2.1 -SE|', 'SE', ['sender:', 'service:', 'server:'], 'SE'],
    ['fro|', 'fro', ['sender:'], 'fro'],
    ['or|', 'or', ['org:'], 'or'],
    ['se|nder:a', 'se', ['sender:', 'service:', 'server:'], 'sender:'],
    ['cou|x', 'cou', ['country:'], 'coux'],
    ['quota|', 'quota', [], 'quota'],
    ['"se|', '', [], ''],
    ['|-ip:192.0.2.1', '', [], ''],
  ])('at %j are names', (marked, prefix, texts, replaced) => {
    const found = complete(marked);
    expect(found).toMatchObject({ prefix, texts });
    expect(found.text.slice(found.from, found.to)).toBe(replaced);
    expect(found.field).toBeUndefined();
  });

  it.each([
    ['code:|', 'code', '', ['4xx', '5xx'], ''],
    ['code:4|', 'code', '4', ['4xx'], '4'],
    ['weekday:mon,s|,tue', undefined, 's', ['sat', 'sun', 'sat-sun'], 's'],
    ['has:|', undefined, '', ['org', 'sender', 'recipient', 'address'], ''],
    ['format:EX|', undefined, 'EX', ['exim', 'exchange'], 'EX'],
    ['action:milter-|', undefined, 'milter-', ['milter-reject', 'milter-hold', 'milter-discard'], 'milter-'],
    ['action:hangup|', undefined, 'hangup', [], 'hangup'],
    ['org:|', 'org', '', [], ''],
    ['-organisation:cri|', 'org', 'cri', [], 'cri'],
    ['org:a,"Crimson R|elay" x', 'org', 'Crimson R', [], '"Crimson Relay"'],
    ['org:"a \\"b|', 'org', 'a "b', [], '"a \\"b'],
    ['colour:r|', undefined, '', [], ''],
  ])('at %j are values', (marked, field, prefix, texts, replaced) => {
    const found = complete(marked);
    expect(found).toMatchObject({ prefix, texts });
    expect(found.text.slice(found.from, found.to)).toBe(replaced);
    expect(found.field).toBe(field);
  });

  it('asks for data only where the data knows more', () => {
    expect(complete('code:|').field).toBe('code');
    expect(complete('has:|').field).toBeUndefined();
    expect(complete('ip:192.0.2.1|').field).toBe('ip');
    expect(complete('x|').field).toBeUndefined();
  });

  it('names what explains it', () => {
    expect(complete('sender|').candidates).toEqual([
      { kind: 'field', text: 'sender:', explanation: 'filter.field.sender' },
    ]);
    expect(complete('action:redir|').candidates).toEqual([
      { kind: 'value', text: 'redirect', explanation: 'page.events.action.redirect' },
    ]);
  });
});

describe('a candidate that is taken', () => {
  const org = (name: string): Candidate => dataCandidate('org', name);
  it.each<[string, Candidate | number, string]>([
    ['ip:192.0.2.1 fro|', 0, 'ip:192.0.2.1 sender:|'],
    ['fr|om:a', 0, 'sender:|a'],
    ['code:4|', 0, 'code:4xx |'],
    ['code:4| x', 0, 'code:4xx |x'],
    ['code:4|,450', 0, 'code:4xx|,450'],
    ['-org:cri|', org('Crimson Relay'), '-org:"Crimson Relay" |'],
    ['org:"cri|', org('C*,'), 'org:"C\\\\*," |'],
    ['org:|', org('#3'), 'org:#3 |'],
  ])('%j', (marked, choice, expected) => {
    const found = complete(marked);
    const candidate = typeof choice === 'number' ? found.candidates[choice] : choice;
    if (!candidate) throw new Error('nothing offered');
    const { text, caret } = applyCandidate(found.text, found, candidate);
    expect(`${text.slice(0, caret)}|${text.slice(caret)}`).toBe(expected);
  });
});

it('completes any text, inside it, with candidates that parse', () => {
  fc.assert(
    fc.property(arbitraryText, fc.nat({ max: 200 }), (text, at) => {
      const caret = Math.min(at, text.length);
      const found = completeFilter(text, caret);
      expect(found.from).toBeGreaterThanOrEqual(0);
      expect(found.to).toBeGreaterThanOrEqual(found.from);
      expect(found.to).toBeLessThanOrEqual(text.length);
      for (const candidate of found.candidates) {
        const taken = applyCandidate(text, found, candidate);
        expect(taken.caret).toBeLessThanOrEqual(taken.text.length);
        if (candidate.kind === 'value') {
          const errors = parseFilter(taken.text).errors.filter(
            (error) => error.at >= found.from && error.at < found.from + candidate.text.length,
          );
          expect(errors).toEqual([]);
        }
      }
    }),
    { numRuns: 1000 },
  );
});
