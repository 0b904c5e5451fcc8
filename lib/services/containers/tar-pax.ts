/** What a pax header tells of the file behind it, instead of what the file's own header does. */
export interface TarAttributes {
  path?: string;
  size?: number;
  /** Seconds since 1970, with fractions. */
  mtime?: number;
  sparse?: boolean;
}

export const NO_ATTRIBUTES: Readonly<TarAttributes> = {};

const SPACE = 0x20;
const EQUALS = 0x3d;

/** Reads records of the form `length key=value\n` (POSIX 1003.1, pax); what is broken of them ends it. */
export function readPax(bytes: Uint8Array): TarAttributes {
  const found: TarAttributes = {};
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.subarray(at, at + 12).indexOf(SPACE);
    const digits = decoder.decode(bytes.subarray(at, at + Math.max(space, 0)));
    const length = /^\d{1,10}$/.test(digits) ? Number(digits) : 0;
    if (length <= space + 1 || at + length > bytes.length) break;
    const record = bytes.subarray(at + space + 1, at + length - 1);
    const equals = record.indexOf(EQUALS);
    if (equals === -1) break;
    note(found, decoder.decode(record.subarray(0, equals)), decoder.decode(record.subarray(equals + 1)));
    at += length;
  }
  return found;
}

function note(found: TarAttributes, key: string, value: string): void {
  if (key === 'path') found.path = value;
  else if (key === 'size' && /^\d{1,15}$/.test(value)) found.size = Number(value);
  else if (key === 'mtime' && /^\d{1,12}(\.\d{1,20})?$/.test(value)) found.mtime = Number(value);
  else if (key.startsWith('GNU.sparse.')) found.sparse = true;
}
