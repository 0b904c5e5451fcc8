/**
 * Characters that show nothing and change how their neighbours are read or where a line ends: controls,
 * bidi controls, joiners, fillers, soft hyphens, tag characters, lone surrogates and private use.
 */
const HIDDEN =
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2028-\u202f\u200b-\u200f\u205f-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff]|[\ud800-\uf8ff]|[\u{e0000}-\u{e0fff}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** ␛ for escape, ␀ for zero, `⟨202E⟩` for what has no picture of its own. */
function signOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `⟨${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

const escapeText = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/**
 * Text as markup that shows exactly that text: escaped for content and quoted attributes alike, every
 * hidden character as a sign.
 * @param keep hidden characters to leave as they are, such as `"\n\t"`
 */
export function showText(text: string, keep = ''): string {
  return escapeText(text.replace(HIDDEN, (character) => (keep.includes(character) ? character : signOf(character))));
}
