/** Characters that change how other text is read while showing nothing themselves: bidi controls, joiners, fillers. */
const INVISIBLE = /[\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/;
const HIDDEN = new RegExp(`[\\u0000-\\u001f\\u007f-\\u009f]|${INVISIBLE.source}`, 'g');
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|\ud802[\udc00-\udfff]|\ud83a[\udc00-\udfff]/;

/** One piece of a stranger's text: as it is, or the sign that stands for a character nobody would see. */
export interface VisiblePiece {
  text: string;
  hidden: boolean;
}

/** The sign for a hidden character: ␛ for escape, ␀ for zero, `⟨202E⟩` for a bidi control. */
function signOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `⟨${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/**
 * Parts a stranger's text into what can be shown as it is and signs for what cannot.
 * @param keep characters to leave alone, such as `"\n\t"` in a text of many lines.
 */
export function visiblePieces(text: string, keep = ''): VisiblePiece[] {
  const pieces: VisiblePiece[] = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (keep.includes(match[0])) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), hidden: false });
    pieces.push({ text: signOf(match[0]), hidden: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), hidden: false });
  return pieces;
}

/** A stranger's text as one line that can stand inside a sentence: signs for hidden characters, right-to-left text isolated. */
export function visibleText(text: string): string {
  const shown = text.replace(HIDDEN, signOf);
  return RIGHT_TO_LEFT.test(shown) ? `\u2068${shown}\u2069` : shown;
}
