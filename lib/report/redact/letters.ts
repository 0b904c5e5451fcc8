/**
 * A text seen through an encoding: its characters, and for each where it stands in the original
 * (UTF-16 indexes, end exclusive).
 */
export interface View {
  text: string;
  start: readonly number[];
  end: readonly number[];
}

export function plainView(text: string): View {
  const start = Array.from({ length: text.length }, (_, i) => i);
  return { text, start, end: start.map((i) => i + 1) };
}

/** UTF-8 bytes as `%E5` or `=E5`; one visible ASCII character as `%40`, `=40`, `\x40`, `\u0040`, `&#x40;`; decimal `&#64;`. */
const ESCAPED =
  /(?:[%=][89a-f][0-9a-f])+|[%=]([2-7][0-9a-f])|\\(?:x|u00)([2-7][0-9a-f])|&#x([2-7][0-9a-f]);|&#(\d{2,3});/gi;

function unescape([whole, ...groups]: RegExpMatchArray): string | null {
  const decimal = groups.pop();
  if (decimal !== undefined) return Number(decimal) < 0x7f ? String.fromCharCode(Number(decimal)) : null;
  const hex = groups.find((group) => group !== undefined);
  if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
  const bytes = Uint8Array.from(whole.split(/[%=]/).slice(1), (byte) => Number.parseInt(byte, 16));
  const text = new TextDecoder().decode(bytes);
  return text.includes('\ufffd') ? null : text;
}

/** The view with its escapes read once, or null where it has none. What reads as nothing stays as it is. */
export function unescapeView(view: View): View | null {
  const text: string[] = [];
  const start: number[] = [];
  const end: number[] = [];
  const push = (units: string, from: number, to: number): void => {
    for (let i = 0; i < units.length; i++) {
      text.push(units.charAt(i));
      start.push(from);
      end.push(to);
    }
  };
  const copy = (from: number, to: number): void => {
    for (let i = from; i < to; i++) push(view.text.charAt(i), view.start[i] ?? 0, view.end[i] ?? 0);
  };
  let at = 0;
  for (const match of view.text.matchAll(ESCAPED)) {
    const units = unescape(match);
    if (units === null) continue;
    copy(at, match.index);
    at = match.index + match[0].length;
    push(units, view.start[match.index] ?? 0, view.end[at - 1] ?? 0);
  }
  if (at === 0) return null;
  copy(at, view.text.length);
  return { text: text.join(''), start, end };
}

/** Only the letters and digits of a text, lower case, full-width forms as ASCII: what every encoding keeps. */
export function lettersOf(text: string): string {
  return lettersView(plainView(text)).text;
}

/** {@link lettersOf} with the places kept. */
export function lettersView(view: View): View {
  let text = '';
  const start: number[] = [];
  const end: number[] = [];
  let at = 0;
  for (const character of view.text) {
    const next = at + character.length;
    const letters =
      character <= '\u007f'
        ? character.replace(/[^0-9A-Za-z]/, '').toLowerCase()
        : character
            .normalize('NFKC')
            .toLowerCase()
            .replace(/[^\p{L}\p{N}]/gu, '');
    for (let i = 0; i < letters.length; i++) {
      start.push(view.start[at] ?? 0);
      end.push(view.end[next - 1] ?? 0);
    }
    text += letters;
    at = next;
  }
  return { text, start, end };
}
