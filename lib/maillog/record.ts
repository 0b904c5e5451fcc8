import type { LinePart, Rejection } from '@/lib/model';
import { toBuffer } from './bytes';
import type { ClockOptions } from './clock';
import { openLine } from './envelopes';
import { isRefuser, locateRefusal, readHead } from './formats/postfix';
import { Clock } from './clock';
import { repairRecord } from './paste';
import type { Found } from './found';
import { Refusal } from './refusal';
import { Scanner } from './scanner';

/**
 * Reads one stored record again; its line and offset are not known to it (0).
 * @param raw the record's bytes, as the sink was given them.
 * @param pasted true where its input was read as pasted text.
 * @returns null where it is no refusal that we understand.
 */
export function parseRecord(raw: Uint8Array, options: RecordOptions): Rejection | null {
  return createRecordReader(options, (found) => found.toRejection())(raw);
}

/** `pasted`: true where their input was read as pasted text. */
type RecordOptions = ClockOptions & { pasted?: boolean };

/**
 * Reads stored records of one log again, one after another: cheaper than each by itself.
 * @param pick what is wanted of a refusal, which is valid during the call.
 * @returns a function that gives it for a record; null where that is no refusal that we understand.
 */
export function createRecordReader<T>(
  options: RecordOptions,
  pick: (found: Found) => T,
): (raw: Uint8Array) => T | null {
  let picked: T | null = null;
  const sink = { refusal: (refusal: Found) => (picked = pick(refusal)), unparsed: () => undefined };
  const scanner = new Scanner(new Clock(options), sink, null);
  return (raw) => {
    picked = null;
    const text = toBuffer(raw).toString('latin1');
    const record = Buffer.from(options.pasted ? repairRecord(text).text : text, 'latin1');
    scanner.takeRepaired(record, 0, 0, raw);
    return picked;
  };
}

/**
 * Finds the parts of a record that are worth a colour, in their order; empty where it is no refusal
 * that we understand. Stray blanks of pasted text belong to the part they stand in.
 * @param text the record as it is shown; `start` and `end` are indexes into it.
 */
export function recordParts(text: string): Array<{ part: LinePart; start: number; end: number }> {
  const plain = locate(Buffer.from(text));
  if (plain && !plain.spans.internal) return listParts(plain, (at) => textIndex(plain.bytes, at));
  const repaired = repairRecord(text.replaceAll('\u00a0', ' '));
  const found = locate(Buffer.from(repaired.text));
  if (found && !found.spans.internal) {
    return listParts(found, (at) => repaired.origins[textIndex(found.bytes, at)] ?? text.length);
  }
  return plain ? listParts(plain, (at) => textIndex(plain.bytes, at)) : locateInside(text);
}

/** The parts of a record that stands in an envelope. */
function locateInside(text: string): Array<{ part: LinePart; start: number; end: number }> {
  const bytes = Buffer.from(text);
  const opened = openLine(bytes.toString('latin1'));
  const found = opened && locate(Buffer.from(opened.line, 'latin1'));
  return found ? listParts(found, (at) => textIndex(bytes, opened.origin(at))) : [];
}

/** Where the character of an index into UTF-8 stands in the text. */
function textIndex(bytes: Uint8Array, at: number): number {
  return toBuffer(bytes).toString('utf8', 0, at).length;
}

/** Locates the parts in the bytes of a line of syslog. */
function locate(bytes: Uint8Array): Refusal | null {
  const refusal = new Refusal();
  const { envelope, spans } = refusal;
  refusal.bytes = bytes;
  if (!envelope.readStamp(bytes, 0, bytes.length) || !envelope.readTag(bytes) || !isRefuser(bytes, envelope))
    return null;
  const head = readHead(bytes, envelope.message, bytes.length, spans);
  return head >= 0 && locateRefusal(bytes, envelope, head, bytes.length, spans) === null ? refusal : null;
}

/** @param place from an index into the bytes that were located to one into the text that is shown. */
function listParts({ envelope, spans }: Refusal, place: (at: number) => number) {
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
    .map(([part, start, end]) => ({ part, start: place(start), end: place(end) }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start);
}
