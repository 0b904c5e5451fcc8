/**
 * spamdyke before qmail-smtpd: `DENIED_X from: S to: R origin_ip: IP origin_rdns: NAME auth: USER
 * [encryption: E] reason: TEXT`. Sender and recipient stand before the address, in the client's words.
 */
import { openPatterns, type Pattern, type SyslogFormat, type TextFinding } from './text-format';
import { readAddress } from './text-parts';

const HEAD = /^(?:\d{1,12}\.\d{1,9} )?(?:spamdyke(?:\[\d{1,10}\])?: )?(DENIED_[A-Z_]{1,40}) from: /;
const ORIGIN =
  / origin_ip: (\S{1,64}) origin_rdns: (\S{1,255}) auth: (\S{1,255})(?: encryption: \S{1,32})?(?: reason: )?/g;

const known = (word: string | undefined): string | null => (word === undefined || word === '(unknown)' ? null : word);

function read(message: string): readonly TextFinding[] | null {
  const head = HEAD.exec(message);
  if (!head) return null;
  const origins = Array.from(message.matchAll(ORIGIN));
  const [origin] = origins;
  // A second one stands in a sender, a recipient or a reason, and which one is the server's is not to be told.
  if (!origin || origins.length > 1) return [{ unparsed: origins.length > 1 ? 'no-client' : 'no-tail' }];
  const envelope = message.slice(head[0].length, origin.index);
  const to = envelope.indexOf(' to: ');
  if (to < 0) return [{ unparsed: 'no-tail' }];
  const clientAddress = readAddress(origin[1] ?? '');
  if (clientAddress === null && known(origin[1]) !== null) return [{ unparsed: 'no-client' }];
  const reason = message.slice(origin.index + origin[0].length);
  const refusal = {
    daemon: 'spamdyke',
    clientAddress,
    clientName: known(origin[2]),
    saslUsername: origin[3] === '(none)' ? null : known(origin[3]),
    sender: known(envelope.slice(0, to)),
    recipient: known(envelope.slice(to + 5)),
    text: `${head[1]}${reason === '' || reason === '(empty)' ? '' : ` ${reason}`}`,
  };
  return [{ refusal: { action: 'reject', stage: refusal.recipient === null ? 'CONNECT' : 'RCPT', ...refusal } }];
}

const patterns: ReadonlyArray<Pattern<unknown>> = [{ name: 'denied', read: ({ message }) => read(message) }];

export const spamdyke: SyslogFormat = {
  format: 'spamdyke',
  programs: ['spamdyke', 'smtpd', 'qmail', 'qmail-smtpd'],
  patterns,
  open: () => openPatterns(patterns, null),
};
