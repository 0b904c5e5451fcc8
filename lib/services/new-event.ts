import type { NewEvent } from '@/lib/db/write/events';
import type { Found } from '@/lib/maillog';

/** What is stored of a refusal: only these parts of it are made into strings. */
export function newEvent(found: Found): NewEvent {
  return {
    offset: found.offset,
    line: found.line,
    timeMs: found.timeMs,
    format: found.format,
    action: found.action,
    stage: found.stage,
    code: found.code,
    dsn: found.dsn,
    dnsbl: listName(found.dnsbl),
    utcOffsetMinutes: found.offsetMinutes,
    assumed: found.assumed,
    clientAddress: found.address,
    sender: found.sender,
    recipient: found.recipient,
  };
}

/** A block list's name as it is stored; a longer text than a domain name may be (RFC 1035) is none. */
export const listName = (text: string | null): string | null =>
  text !== null && text.length <= 253 ? text.toLowerCase() : null;
