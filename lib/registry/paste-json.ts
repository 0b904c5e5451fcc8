import { JSON_GRAMMARS } from './answers';

/**
 * The JSON answers in a text that may hold anything else: objects that begin a line and are closed. One that is
 * never closed ends the search, so that every character is looked at once.
 */
export function findJsonAnswers(text: string): Array<{ start: number; end: number }> {
  const found: Array<{ start: number; end: number }> = [];
  for (let start = nextBrace(text, 0); start >= 0; ) {
    const end = closeBrace(text, start);
    if (end < 0) break;
    const answer = text.slice(start, end);
    if (JSON_GRAMMARS.some(({ matches }) => matches(answer))) found.push({ start, end });
    start = nextBrace(text, end);
  }
  return found;
}

/** Where the next line begins with a brace, from `from` on, or the text itself does. */
function nextBrace(text: string, from: number): number {
  if (from === 0 && text.startsWith('{')) return 0;
  const at = text.indexOf('\n{', from);
  return at < 0 ? -1 : at + 1;
}

/** Behind the brace that closes the one at `start`; -1 where none does. */
function closeBrace(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return -1;
}
