const STRING_END = 34;
const BACKSLASH = 92;

/**
 * Where each byte of a member's value stands in the line of its object.
 * @param line valid JSON behind its lead, one character a byte.
 * @param length of the value in bytes.
 * @returns one index a byte and one for the end; all the value's own where it is not told byte by byte.
 */
export function jsonOrigins(line: string, name: string, length: number): number[] {
  const start = findMember(line, name);
  const origins = readOrigins(line, start, length);
  return origins.length === length + 1 ? origins : Array.from({ length: length + 1 }, () => start);
}

function readOrigins(line: string, start: number, length: number): number[] {
  if (line[start] === '"') return stringOrigins(line, start);
  if (line[start] === '[') return arrayOrigins(line, start);
  return Array.from({ length: length + 1 }, (_, i) => start + i);
}

/** Where the value of an object's member begins: the last of that name, as JSON.parse takes it; 0 where there is none. */
function findMember(line: string, name: string): number {
  const literal = JSON.stringify(name);
  let depth = 0;
  let found = 0;
  for (let at = line.indexOf('{'); at >= 0 && at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 123 || code === 91) depth++;
    else if (code === 125 || code === 93) depth--;
    else if (code === STRING_END) {
      const end = stringEnd(line, at);
      const colon = depth === 1 && line.slice(at, end) === literal ? /^\s*:\s*/.exec(line.slice(end, end + 64)) : null;
      if (colon) found = end + colon[0].length;
      at = end - 1;
    }
  }
  return found;
}

/** The index behind the string that begins at `start`. */
function stringEnd(line: string, start: number): number {
  let at = start + 1;
  while (at < line.length && line.charCodeAt(at) !== STRING_END) at += line.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at + 1;
}

function stringOrigins(line: string, start: number): number[] {
  const end = stringEnd(line, start) - 1;
  const origins: number[] = [];
  for (let at = start + 1; at < end; ) {
    const width = escapeWidth(line, at);
    const bytes = width === 1 ? 1 : Buffer.byteLength(String(JSON.parse(`"${line.slice(at, at + width)}"`)));
    for (let i = 0; i < bytes; i++) origins.push(at);
    at += width;
  }
  return [...origins, end];
}

/** How many characters tell one: 1, 2 (`\n`), 6 (`\u00e9`), or 12 for a pair of surrogates. */
function escapeWidth(line: string, at: number): number {
  if (line.charCodeAt(at) !== BACKSLASH) return 1;
  if (line[at + 1] !== 'u') return 2;
  return /^\\u[dD][89abAB]..\\u[dD][c-fC-F]../.test(line.slice(at, at + 12)) ? 12 : 6;
}

function arrayOrigins(line: string, start: number): number[] {
  const end = line.indexOf(']', start);
  if (end < 0) return [];
  return [...Array.from(line.slice(start, end).matchAll(/\d+/g), ({ index }) => start + index), end];
}
