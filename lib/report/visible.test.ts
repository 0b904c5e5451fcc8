import { describe, expect, it } from 'vitest';
import { html, lines, value } from './html';
import { showText } from './visible';

describe('showText', () => {
  it.each([
    ['<b> & "quotes" \'too\'', '&lt;b&gt; &amp; &quot;quotes&quot; &#39;too&#39;'],
    ['a\u001b[31mb\u0000\u007f', 'a␛[31mb␀␡'],
    ['a\u202eb\u2066c\u200ed\u061c', 'a⟨202E⟩b⟨2066⟩c⟨200E⟩d⟨061C⟩'],
    ['a\u2028b\u2029c\u0085d\u009be', 'a⟨2028⟩b⟨2029⟩c⟨0085⟩d⟨009B⟩e'],
    ['a\u200bb\ufeffc\u00add\u{e0041}', 'a⟨200B⟩b⟨FEFF⟩c⟨00AD⟩d⟨E0041⟩'],
    ['a\ud800b\ue000', 'a⟨D800⟩b⟨E000⟩'],
    ['日本語 עברית 𠮷 \ufffd', '日本語 עברית 𠮷 \ufffd'],
    ['a\tb\nc\r\n', 'a␉b␊c␍␊'],
  ])('%j', (text, expected) => expect(showText(text)).toBe(expected));

  it('keeps line ends and tabs in a text of many lines', () => {
    expect(lines('a\r\nb\tc\rd\u001b').markup).toBe('a\nb\tc␍d␛');
  });
});

it('takes a string for text and markup for markup', () => {
  expect(html`<p title="${'"><i>'}">${'<i>'}${[value('<'), 3, null]}</p>`.markup).toBe(
    '<p title="&quot;&gt;&lt;i&gt;">&lt;i&gt;<bdi>&lt;</bdi>3</p>',
  );
});
