import type { BatchCollector } from '@/lib/db/event-batch';
import { senderTemplate } from '@/lib/detect';
import type { Found } from '@/lib/maillog';

/**
 * Collects what is stored of a refusal: only these parts of it are made into strings.
 * @param offset the byte it counts from.
 */
export function collectRefusal(collector: BatchCollector, found: Found, offset: number): void {
  const { sender, recipient } = found;
  const event = {
    offset,
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
    sender,
    recipient,
  };
  collector.add(event, found.raw(), sender === null ? null : senderTemplate(sender, recipient));
}

/** A block list's name as it is stored; a longer text than a domain name may be (RFC 1035) is none. */
export const listName = (text: string | null): string | null =>
  text !== null && text.length <= 253 ? text.toLowerCase() : null;
