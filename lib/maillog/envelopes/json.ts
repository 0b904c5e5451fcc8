/** One JSON object a line: `journalctl -o json`, Docker's json-file, shippers of logs. */
import { decodeUtf8, isAscii } from '../bytes';
import { joinFields } from './fields';
import { jsonOrigins } from './json-origins';
import type { Layer, Piece } from './layer';

const LEAD = /^(?:\u001e|data: ?)?(?=\{)/;

/** Opens a line that is one JSON object (also of json-seq and json-sse, or of an array with one a line). */
export function openJson(line: string): Layer | null {
  const lead = LEAD.exec(line)?.[0].length;
  if (lead === undefined) return null;
  const end = line.endsWith(',') ? line.length - 1 : line.length;
  const fields = readObject(line.slice(lead, end));
  if (!fields) return null;
  return joinFields((name) => {
    const text = Object.hasOwn(fields, name) ? readText(fields[name]) : null;
    return text === null ? null : { text, origin: createOrigin(line, name, text) };
  });
}

/** To be asked for its own members only: a stranger wrote their names, and a prototype has others. */
function readObject(text: string): Record<string, unknown> | null {
  let value: unknown;
  try {
    value = JSON.parse(decodeUtf8(text));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  return isObject(value) ? value : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field as text, one character a byte; journald writes an array of bytes where it is no UTF-8. */
function readText(value: unknown): string | null {
  if (typeof value === 'string') return isAscii(value) ? value : Buffer.from(value).toString('latin1');
  if (typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return null;
  const bytes: unknown[] = value;
  // A field that came more than once.
  if (typeof bytes[0] === 'string') return readText(bytes[0]);
  return bytes.every(isByte) ? Buffer.from(bytes).toString('latin1') : null;
}

function isByte(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255;
}

/** The places are asked for where a record is shown, not where a log is read. */
function createOrigin(line: string, name: string, text: string): Piece['origin'] {
  let origins: readonly number[] | null = null;
  return (index) => {
    origins ??= jsonOrigins(line, name, text.length);
    return origins[index] ?? line.length;
  };
}
