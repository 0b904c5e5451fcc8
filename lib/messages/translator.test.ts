import { describe, expect, it } from 'vitest';
import { chooseLanguage } from './language';
import { createTranslator } from './translator';

const english = createTranslator('en', 540);
const japanese = createTranslator('ja', 540);

describe('createTranslator', () => {
  it('counts in the language', () => {
    expect(english.t('nav.waiting', { count: 1 })).toBe('1 question waits');
    expect(english.t('nav.waiting', { count: 1204 })).toBe('1,204 questions wait');
    expect(japanese.t('nav.waiting', { count: 1204 })).toBe('照会待ち 1,204 件');
  });

  it('shows times in the zone it was given', () => {
    const params = { total: 7, firstAt: 1312341323000, lastAt: 1312350600000, most: 5, mostAt: 1312340400000 };
    expect(english.t('chart.timeline', params)).toBe(
      '7 refusals from 3 Aug 2011 12:15 +09:00 to 3 Aug 2011 14:50 +09:00; the most at once, 5, at 3 Aug 2011 12:00 +09:00.',
    );
    expect(japanese.message({ key: 'chart.timeline', params }, 0)).toBe(
      '2011年8月3日 03:15 +00:00 から 2011年8月3日 05:50 +00:00 までに拒否 7 件。最も多いのは 2011年8月3日 03:00 +00:00 の 5 件。',
    );
  });

  it('keeps marks apart, and drops them in plain text', () => {
    expect(english.rich({ key: 'sample.banner', params: {} })[0]).toEqual({
      tag: 'b',
      children: ['Sample case: invented data.'],
    });
    expect(english.t('sample.banner')).toMatch(/^Sample case: invented data\. It shows/);
  });

  it('does not take a mark for the value of the same name', () => {
    const params = { a: 'Crimson Relay', b: 'Harbor Mail', value: '+81355500100', shared: 2, total: 41 };
    expect(english.rich({ key: 'finding.shared-contact.phone', params }).slice(0, 2)).toEqual([
      'Crimson Relay and Harbor Mail register the same phone, ',
      { tag: 'm', children: ['+81355500100'] },
    ]);
  });

  it('shows the key of stored messages it does not know, or that lack a value', () => {
    expect(english.message({ key: 'gone.long-ago', params: {} })).toBe('gone.long-ago');
    expect(english.message({ key: 'constructor', params: {} })).toBe('constructor');
    expect(english.message({ key: 'nav.waiting', params: {} })).toBe('nav.waiting');
    expect(() => english.t('nav.waiting')).toThrow();
  });

  it('takes values as text, never as marks or patterns, and shows what hides', () => {
    const name = '<b>{count}</b>\u202egnp\u001b';
    expect(english.message({ key: 'nav.count', params: { name, count: 2 } })).toBe('<b>{count}</b>⟨202E⟩gnp␛, 2');
  });
});

describe('chooseLanguage', () => {
  it.each([
    ['ja', 'en', 'ja'],
    ['fr', 'ja;q=0.5, en;q=0.4', 'ja'],
    [undefined, 'fr, en;q=0.3, ja-JP;q=0.9', 'ja'],
    [undefined, 'ja;q=0', 'en'],
    [undefined, null, 'en'],
  ] as const)('%s, %s → %s', (chosen, accept, expected) => {
    expect(chooseLanguage(chosen, accept)).toBe(expected);
  });
});
