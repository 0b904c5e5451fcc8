import { describe, expect, it } from 'vitest';
import { matchEntries, paletteEntries } from './palette-entries';

const find = (text: string, language: 'en' | 'ja' = 'en'): string[] =>
  matchEntries(paletteEntries(language, 'dark'), text).map(({ label }) => label);

describe('the palette', () => {
  it('offers the pages, the other language and the other themes', () => {
    const labels = find('');
    expect(labels).toHaveLength(16);
    expect(labels.slice(0, 2)).toEqual(['Findings', 'Operators']);
    expect(labels.slice(-3)).toEqual(['Language: 日本語', 'Theme: Light', 'Theme: As the system']);
  });

  it.each([
    ['OPER', ['Operators']],
    [' theme  light ', ['Theme: Light']],
    ['ｇｒａｐｈ', ['Graph']],
    ['事業者', ['Operators']],
    ['re', ['Reports', 'Registries', 'Addresses']],
    ['nets', []],
  ])('finds by %j', (text, labels) => {
    expect(find(text)).toEqual(labels);
  });

  it('puts what begins with the text first', () => {
    expect(find('l').slice(0, 2)).toEqual(['Leaks', 'Language: 日本語']);
  });

  it('finds by English names in Japanese', () => {
    expect(find('uploads', 'ja')).toEqual(['アップロード']);
  });
});
