import { showText } from './visible';

/** Markup that is ours. Only this file makes it, so that no stranger's text becomes markup unescaped. */
export class Html {
  constructor(readonly markup: string) {}
}

/** Markup written by hand in this room, such as the style. Never a text that came with a case. */
export function ours(markup: string): Html {
  return new Html(markup);
}

/** The text of a markup, still escaped: for the title, which holds no marks. */
export function withoutMarks({ markup }: Html): Html {
  return new Html(markup.replace(/<[^>]*>/g, ''));
}

type Content = Html | string | number | null | readonly Content[];

/**
 * Markup from a template of ours: strings that stand in it are shown as text (escaped, hidden
 * characters as signs), `Html` as it is, null as nothing, lists one behind the other.
 */
export function html(template: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(template.map((part, i) => (i === 0 ? part : markupOf(contents[i - 1] ?? null) + part)).join(''));
}

function markupOf(content: Content): string {
  if (content === null) return '';
  if (content instanceof Html) return content.markup;
  if (typeof content === 'string') return showText(content);
  return typeof content === 'number' ? String(content) : content.map(markupOf).join('');
}

/** A stranger's text inside a sentence: isolated, so that its direction changes nothing around it. */
export function value(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

/** The same in the fixed-width face: addresses, handles, patterns. */
export function mono(text: string): Html {
  return html`<code><bdi>${text}</bdi></code>`;
}

/** A stranger's text of many lines: line ends and tabs stay, all other control characters are shown. */
export function lines(text: string): Html {
  return new Html(showText(text.replaceAll('\r\n', '\n'), '\n\t'));
}
