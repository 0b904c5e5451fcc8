/**
 * The client as Exim writes it: `[rdns ][(helo) ][IP][:port]`. The name of HELO may be anything where the
 * site allows it, brackets and whole records included, so that what stands behind the address decides.
 */
import { readAddress, readBracketed, skipQuoted } from './text-parts';

/** The client, and what was read behind it. */
export interface Host<Behind> {
  name: string | null;
  helo: string | null;
  address: string;
  port: number | null;
  behind: Behind;
}

/** More places that could be the address than any honest line has. */
const MOST_PLACES = 32;
const PORT = /:(\d{1,5})(?=[ :]|$)/y;

/**
 * Finds the client that begins at `at`.
 * @param readBehind reads what must follow, from the index behind the address and port; null: not there.
 * @returns null where there is none, `ambiguous` where two places fit that do not agree: one of them stands
 * in a stranger's words.
 */
export function readHost<Behind>(
  text: string,
  at: number,
  readBehind: (index: number) => Behind | null,
): Host<Behind> | 'ambiguous' | null {
  const firstBlank = text.indexOf(' ', at);
  let found: Host<Behind> | null = null;
  let doubted: string | null = null;
  let places = 0;
  for (let open = text[at] === '[' ? at : findPlace(text, at); open >= 0; open = findPlace(text, open)) {
    if (++places > MOST_PLACES) return 'ambiguous';
    if (open !== at && text[open - 2] !== ')' && firstBlank !== open - 1) continue;
    const place = readPlace(text, at, open);
    if (place === null) continue;
    const { end, ...client } = place;
    const behind = readBehind(end);
    if (behind === null) {
      // An answer of the client's (ident) may stand behind the true address and hold another record.
      if (found === null && startsItem(text, end)) doubted = client.address;
      continue;
    }
    if ((found?.address ?? doubted ?? client.address) !== client.address) return 'ambiguous';
    found ??= { ...client, behind };
  }
  return found;
}

function findPlace(text: string, from: number): number {
  const blank = text.indexOf(' [', from);
  return blank < 0 ? -1 : blank + 1;
}

function readPlace(text: string, at: number, open: number): (Omit<Host<never>, 'behind'> & { end: number }) | null {
  const close = text.slice(open, open + 64).indexOf(']');
  if (close < 0) return null;
  const names = readNames(text.slice(at, open));
  const address = readAddress(text.slice(open + 1, open + close));
  if (names === null || address === null) return null;
  PORT.lastIndex = open + close + 1;
  const port = PORT.exec(text);
  const end = port ? PORT.lastIndex : open + close + 1;
  return { ...names, address, port: port ? Number(port[1]) : null, end };
}

/** `name `, `(helo) `, `name (helo) ` or nothing. */
function readNames(text: string): { name: string | null; helo: string | null } | null {
  if (text === '') return { name: null, helo: null };
  const words = text.slice(0, -1);
  const open = words.indexOf('(');
  if (!words.endsWith(')') || open < 0) return words.includes(' ') || open === 0 ? null : { name: words, helo: null };
  const name = words.slice(0, open);
  if (name !== '' && (!name.endsWith(' ') || name.indexOf(' ') < name.length - 1)) return null;
  return { name: name === '' ? null : name.slice(0, -1), helo: words.slice(open + 1, -1) };
}

/** What Exim says of a session, `F=<s> X=… P=…`. */
export interface Items {
  sender: string | null;
  user: string | null;
  proto: string | null;
  end: number;
}

const ITEM = / ([A-Z]{1,4})=/y;
const PLAIN = /\S*/y;

function startsItem(text: string, at: number): boolean {
  ITEM.lastIndex = at;
  return ITEM.test(text);
}

/** Reads ` KEY=value` after ` KEY=value` from `at`: values are words, quoted, or `<address>`. */
export function readItems(text: string, at: number): Items {
  const items: Items = { sender: null, user: null, proto: null, end: at };
  for (;;) {
    ITEM.lastIndex = items.end;
    const key = ITEM.exec(text)?.[1];
    if (key === undefined) return items;
    const start = ITEM.lastIndex;
    const bracketed = key === 'F' ? readBracketed(text, start) : null;
    if (bracketed) {
      items.sender = bracketed.value;
      items.end = bracketed.end;
      continue;
    }
    const quoteEnd = text[start] === '"' ? skipQuoted(text, start) : -1;
    PLAIN.lastIndex = start;
    PLAIN.exec(text);
    items.end = quoteEnd >= 0 ? quoteEnd : PLAIN.lastIndex;
    // The last of them may be followed by the reason.
    if (text[items.end - 1] === ':' && text[items.end] === ' ') items.end--;
    const value = text.slice(start, items.end);
    if (key === 'A') items.user = value.slice(value.indexOf(':') + 1);
    if (key === 'P') items.proto = value;
  }
}
