import type { Rejection, UnparsedReason } from '@/lib/model';
import { readClientAddress } from './client-address';
import type { Clock } from './clock';
import { decodeUtf8 } from './decode';
import type { Envelope } from './envelope';
import { findDnsbl } from './formats/postfix-reply';
import type { Spans } from './formats/spans';

/** Where a record stands in its input. */
export interface Place {
  line: number;
  offset: number;
  length: number;
  /** True where none of its bytes needs decoding. */
  ascii: boolean;
}

/**
 * Makes the refusal of a record whose parts are located.
 * @param text the record, one character a byte; `envelope` and `spans` are indexes into it.
 */
export function buildRejection(
  text: string,
  envelope: Envelope,
  spans: Spans,
  clock: Clock,
  place: Place,
): Rejection | UnparsedReason {
  const { hostStart, hostEnd, tagEnd, pidStart, pidEnd, bsd } = envelope;
  const timed = bsd ? clock.readBsdTime(text, hostStart) : clock.readIsoTime(text, envelope.start, hostStart - 1);
  if (!timed) return 'no-stamp';
  const address = spans.addressStart < 0 ? null : text.slice(spans.addressStart, spans.addressEnd);
  const clientAddress = address === null ? null : readClientAddress(address);
  if (address !== null && clientAddress === null && address !== 'unknown') return 'no-client';
  const read = place.ascii ? asIs : decodeUtf8;
  const part = (start: number, end: number): string | null => (start < 0 ? null : read(text.slice(start, end)));
  const reply = read(text.slice(spans.textStart, spans.textEnd));
  const clientName = spans.nameStart === spans.nameEnd ? null : part(spans.nameStart, spans.nameEnd);
  return {
    line: place.line,
    offset: place.offset,
    length: place.length,
    format: 'postfix',
    timeMs: clock.timeMs,
    utcOffsetMinutes: clock.offsetMinutes,
    timeAssumed: bsd,
    host: read(text.slice(hostStart, hostEnd)),
    daemon: read(text.slice(hostEnd + 1, tagEnd)),
    pid: pidEnd > pidStart ? Number(text.slice(pidStart, pidEnd)) : null,
    queueId: spans.queueStart < 0 ? null : text.slice(spans.queueStart, spans.queueEnd),
    action: spans.action,
    stage: text.slice(spans.stageStart, spans.stageEnd),
    clientName: clientName === 'unknown' ? null : clientName,
    clientAddress,
    clientPort: spans.portStart < 0 ? null : Number(text.slice(spans.portStart, spans.portEnd)),
    code: spans.codeStart < 0 ? null : Number(text.slice(spans.codeStart, spans.codeStart + 3)),
    dsn: spans.dsnStart < 0 ? null : text.slice(spans.dsnStart, spans.dsnEnd),
    text: reply,
    dnsbl: findDnsbl(reply),
    sender: part(spans.senderStart, spans.senderEnd),
    recipient: part(spans.recipientStart, spans.recipientEnd),
    proto: part(spans.protoStart, spans.protoEnd),
    helo: part(spans.heloStart, spans.heloEnd),
    saslUsername: part(spans.saslStart, spans.saslEnd),
  };
}

const asIs = (text: string): string => text;
