/** `journalctl -o export`: systemd's Journal Export Format. */
import { joinFields } from './fields';
import { type Layer, type Piece, takePart } from './layer';

/** How an input in this format begins. */
export const EXPORT_START = /^__[A-Z_]{1,60}=/;

/** Opens one entry, which has several lines: `KEY=VALUE`, or `KEY`, the length in eight bytes, and the data. */
export function openExport(entry: string): Layer | null {
  if (!EXPORT_START.test(entry)) return null;
  const fields = new Map<string, Piece>();
  for (let at = 0; at < entry.length; ) {
    const newline = entry.indexOf('\n', at);
    const stop = newline < 0 ? entry.length : newline;
    const equals = entry.slice(at, stop).indexOf('=');
    if (equals >= 0) {
      fields.set(entry.slice(at, at + equals), takePart(entry, at + equals + 1, stop));
      at = stop + 1;
    } else {
      const length = readLength(entry, stop + 1);
      fields.set(entry.slice(at, stop), takePart(entry, stop + 9, Math.min(stop + 9 + length, entry.length)));
      at = stop + 9 + length + 1;
    }
  }
  return joinFields((name) => fields.get(name) ?? null);
}

/** Eight bytes, the lowest first. Past what a record can hold, all lengths are alike. */
function readLength(entry: string, at: number): number {
  let length = 0;
  for (let i = 7; i >= 0; i--) length = length * 256 + (entry.charCodeAt(at + i) || 0);
  return length;
}
