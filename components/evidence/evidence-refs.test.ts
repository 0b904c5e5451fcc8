import { describe, expect, it } from 'vitest';
import { formatEvidence, hrefWith, parseEvidence } from './evidence-refs';

describe('parseEvidence', () => {
  it.each([
    [
      'event:12,answer:5',
      [
        { kind: 'event', id: 12 },
        { kind: 'answer', id: 5 },
      ],
    ],
    ['event:12,event:12', [{ kind: 'event', id: 12 }]],
    ['event:0,event:-1,upload:3,event:1x,,event:7', [{ kind: 'event', id: 7 }]],
    ['event:99999999999999999999', []],
    [undefined, []],
  ])('%s', (text, expected) => {
    expect(parseEvidence(text)).toEqual(expected);
  });

  it('opens at most 200', () => {
    const many = Array.from({ length: 300 }, (_, index) => `event:${index + 1}`).join(',');
    expect(parseEvidence(many)).toHaveLength(200);
  });

  it('reads what formatEvidence writes', () => {
    const refs = parseEvidence('answer:3,event:1');
    expect(formatEvidence(refs)).toBe('answer:3,event:1');
  });
});

describe('hrefWith', () => {
  it('keeps the page’s filters and drops an open drawer', () => {
    expect(hrefWith('/events', { address: '192.0.2.1', evidence: 'event:1', code: ['550', '4'] }, {})).toBe(
      '/events?address=192.0.2.1&code=550',
    );
  });

  it('changes, adds and takes out', () => {
    expect(
      hrefWith('/events', { address: 'a', code: '550' }, { address: null, code: '450', evidence: 'event:1,answer:2' }),
    ).toBe('/events?code=450&evidence=event:1,answer:2');
  });

  it('escapes a stranger’s text', () => {
    expect(hrefWith('/events', {}, { sender: 'a&b=c#d' })).toBe('/events?sender=a%26b%3Dc%23d');
  });
});
