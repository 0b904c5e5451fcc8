import type { LinePart, Rejection } from '@/lib/model';
import { buildRejection } from './build-rejection';
import { Clock, type ClockOptions } from './clock';
import { isAscii } from './decode';
import { Envelope } from './envelope';
import { isRefuser, locateRefusal, readHead } from './formats/postfix';
import { Spans } from './formats/spans';
import { repairRecord } from './paste';

/**
 * Reads one stored record again; its line and offset are not known to it (0).
 * @param raw the record's bytes, as the sink was given them.
 * @param pasted true where its input was read as pasted text.
 * @returns null where it is no refusal that we understand.
 */
export function parseRecord(raw: Uint8Array, options: ClockOptions & { pasted?: boolean }): Rejection | null {
  const asStored = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1');
  const text = options.pasted ? repairRecord(asStored).text : asStored;
  const found = locate(text);
  if (!found) return null;
  const clock = new Clock(options);
  if (found.envelope.bsd && !clock.enterDay(text, 0, found.envelope.hostStart)) return null;
  const place = { line: 0, offset: 0, length: raw.length, ascii: isAscii(text) };
  const result = buildRejection(text, found.envelope, found.spans, clock, place);
  return typeof result === 'string' ? null : result;
}

/**
 * Finds the parts of a record that are worth a colour, in their order; empty where it is no refusal
 * that we understand. Stray blanks of pasted text belong to the part they stand in.
 * @param text the record as it is shown; `start` and `end` are indexes into it.
 */
export function recordParts(text: string): Array<{ part: LinePart; start: number; end: number }> {
  const plain = locate(text);
  if (plain && !plain.spans.internal) return listParts(plain, (index) => index);
  const repaired = repairRecord(text.replaceAll('\u00a0', ' '));
  const found = locate(repaired.text);
  if (found && !found.spans.internal) return listParts(found, (index) => repaired.origins[index] ?? text.length);
  return plain ? listParts(plain, (index) => index) : [];
}

interface Located {
  envelope: Envelope;
  spans: Spans;
}

function locate(text: string): Located | null {
  const envelope = new Envelope();
  const spans = new Spans();
  const end = text.length;
  if (!envelope.readStamp(text, 0, end) || !envelope.readTag(text, end) || !isRefuser(text, envelope)) return null;
  const head = readHead(text, envelope.message, end, spans);
  if (head < 0 || locateRefusal(text, envelope, head, end, spans) !== null) return null;
  return { envelope, spans };
}

function listParts({ envelope, spans }: Located, origin: (index: number) => number) {
  const parts: Array<readonly [LinePart, number, number]> = [
    ['time', 0, envelope.hostStart - 1],
    ['address', spans.addressStart, spans.addressEnd],
    ['code', spans.codeStart, spans.codeStart + 3],
    ['sender', spans.senderStart, spans.senderEnd],
    ['recipient', spans.recipientStart, spans.recipientEnd],
    ['helo', spans.heloStart, spans.heloEnd],
  ];
  return parts
    .filter(([, start, end]) => start >= 0 && end > start)
    .map(([part, start, end]) => ({ part, start: origin(start), end: origin(end) }))
    .sort((a, b) => a.start - b.start);
}
