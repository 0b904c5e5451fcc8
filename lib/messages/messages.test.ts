import IntlMessageFormat from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { en } from './en';
import { ja } from './ja';
import { TAGS } from './translator';

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** The names a message takes from outside, marks as `<m>`. */
function namesOf(elements: Ast): string[] {
  const names = new Set<string>();
  const walk = (list: Ast): void => {
    for (const element of list) {
      if ('children' in element) names.add(`<${element.value}>`);
      else if ('value' in element && !('location' in element && element.type === 0) && element.type !== 0)
        names.add(element.value);
      if ('children' in element) walk(element.children);
      if ('options' in element) for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(elements);
  return [...names].sort();
}

const parse = (text: string): Ast => new IntlMessageFormat(text, 'en').getAst();

describe('the catalogues', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(ja).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(Object.entries(en))('%s takes the same values in both languages', (key, text) => {
    const japanese: string | undefined = Object.entries(ja).find(([name]) => name === key)?.[1];
    expect(namesOf(parse(japanese ?? ''))).toEqual(namesOf(parse(text)));
  });

  it('use only the marks that pages know', () => {
    const marks = Object.values({ ...en, ...ja })
      .flatMap((text) => namesOf(parse(text)))
      .filter((name) => name.startsWith('<'));
    expect(marks.filter((mark) => !TAGS.some((tag) => mark === `<${tag}>`))).toEqual([]);
  });

  it('never speak of threats', () => {
    const loud = Object.entries(en).filter(([, text]) => /threat|attack|malicious/i.test(text));
    expect(loud).toEqual([]);
  });

  it('leave no text empty', () => {
    expect([...Object.entries(en), ...Object.entries(ja)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
