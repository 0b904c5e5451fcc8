/**
 * The kinds of line in Exim's main log and reject log. Sources: Exim's `acl.c`, `smtp_in.c`, `receive.c`;
 * the specification, chapter "Log files". Exim writes no SMTP code.
 */
import { type Host, type Items, readHost, readItems } from './exim-host';
import type { Pattern, RefusalFields, TextFinding } from './text-format';
import { keepText, readBracketed, type Sessions } from './text-parts';

/** Messages that were taken in, by their id, until they are delivered: whose they are, and whether any was. */
export type Memory = Sessions<{ address: string; delivered: boolean }>;

const WHAT =
  /( temporarily)? rejected (RCPT|MAIL|DATA|BDAT|AUTH|VRFY|EXPN|ETRN|STARTTLS|QUIT|DKIM|EHLO or HELO|EHLO|HELO|after DATA PRDR|after DATA|during MIME ACL checks|connection in "[a-z_]{1,20}" ACL|by local_scan\(\))(?=[: ]|$)/y;
const DISCARDED = / (RCPT|MAIL|DATA) /y;
const OTHER = / (?:sender verify (?:fail|defer)|Warning: |incomplete transaction|no MAIL in|TLS error)/y;
const MARK = / rejected (?:RCPT|MAIL|DATA|EHLO|HELO|AUTH|after DATA|connection)/;
const FROM_HOST = /^(temporarily )?rejected (EHLO or HELO|EHLO|HELO|MAIL|RCPT|AUTH|VRFY|EXPN|ETRN) from (?:H=)?/;
const FROM_SENDER = /^(?:temporarily )?rejected (?:(MAIL) FROM:|from )(?=<)/;
const UNQUALIFIED = /^unqualified (sender|recipient) rejected: (?=<)/;
const CONNECTION = /^(?:temporarily )?(?:refused connection from (?:H=)?|Connection from (?:H=)?)/;
const SYNC_CONNECTION = /^SMTP protocol synchronization error \([^)]{1,80}\): rejected connection from (?:H=)?/;
const SYNC_COMMAND = /^SMTP protocol synchronization error \([^)]{1,80}\): rejected "/;
const DROPPED = /^SMTP call from (?:H=)?/;
const LOGIN_FAILED = /^[A-Za-z0-9_.-]{1,64} authenticator failed for (?:H=)?/;
const RECEIVED = /^([0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}) <= /;
const DELIVERED = /^([0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}) (?:=>|->) /;
/** A rule of the site's took the mail in and threw it away (`discard` at DATA and later). */
const BLACKHOLE = /^([0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}) => blackhole (?=\()/;
const COMPLETED = /^([0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}) Completed/;
const MESSAGE_ID = /^([0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}) /;
/** How sites that follow the specification's example name the list. */
const LISTED =
  /^"?(?:rejected because )?(?:host )?([0-9a-fA-F.:]{2,45}) is (?:in a black list at|listed (?:at|by|in|on)) ([A-Za-z0-9.-]{1,255})/;

const STAGES: ReadonlyMap<string, string> = new Map([
  ['after DATA', 'END-OF-MESSAGE'],
  ['after DATA PRDR', 'END-OF-MESSAGE'],
  ['during MIME ACL checks', 'END-OF-MESSAGE'],
  ['by local_scan()', 'END-OF-MESSAGE'],
  ['DKIM', 'END-OF-MESSAGE'],
  // It is the same list of rules for both, and the line does not say which one came.
  ['EHLO or HELO', 'HELO'],
]);

/** What stands behind the client. */
interface Behind {
  items: Items;
  /** Null: a line about the client that refuses nothing. */
  refused: Pick<RefusalFields, 'action' | 'stage' | 'text' | 'sender' | 'recipient' | 'helo'> | null;
}

function readRefused(text: string, at: number): Behind | null {
  const items = readItems(text, at);
  OTHER.lastIndex = items.end;
  if (OTHER.test(text)) return { items, refused: null };
  WHAT.lastIndex = items.end;
  const what = WHAT.exec(text)?.[2];
  if (what === undefined) return readDiscarded(text, items);
  const argument = readArgument(text, WHAT.lastIndex);
  const stage = what.startsWith('connection') ? 'CONNECT' : (STAGES.get(what) ?? what);
  const recipient = what === 'RCPT' ? argument.value : null;
  const sender = what === 'MAIL' ? argument.value : null;
  const helo = stage === 'HELO' || stage === 'EHLO' ? { helo: argument.value } : {};
  return { items, refused: { action: 'reject', stage, text: argument.text, recipient, sender, ...helo } };
}

function readDiscarded(text: string, items: Items): Behind | null {
  DISCARDED.lastIndex = items.end;
  const stage = DISCARDED.exec(text)?.[1];
  const path = stage === undefined ? null : readBracketed(text, DISCARDED.lastIndex);
  if (stage === undefined || path === null || !text.startsWith(': discarded by ', path.end)) return null;
  const recipient = stage === 'RCPT' ? path.value : null;
  return { items, refused: { action: 'discard', stage, text: text.slice(path.end + 2), recipient, sender: null } };
}

/** ` <argument>: text`, ` argument: text`, `: text`. */
function readArgument(text: string, at: number): { value: string | null; text: string } {
  if (text[at] !== ' ') return { value: null, text: text.slice(at + 2) };
  const path = readBracketed(text, at + 1);
  if (path) return { value: path.value, text: text.slice(path.end).replace(/^:? /, '') };
  const colon = text.indexOf(': ', at);
  const end = colon < 0 ? text.length : colon;
  return { value: text.slice(at + 1, end), text: text.slice(end + 2) };
}

/** The message's id where there is one, and what follows it. */
function splitId(message: string): { queueId: string | null; at: number } {
  const match = MESSAGE_ID.exec(message);
  return match ? { queueId: match[1] ?? null, at: match[0].length } : { queueId: null, at: 0 };
}

function refuse(
  host: Host<Behind> | 'ambiguous' | null,
  queueId: string | null,
  more: Partial<RefusalFields> = {},
): readonly TextFinding[] {
  if (host === null || host === 'ambiguous') return [{ unparsed: 'no-client' }];
  const { items, refused } = host.behind;
  if (refused === null) return [];
  const fields = {
    ...client(host),
    queueId,
    proto: items.proto,
    saslUsername: items.user,
    ...refused,
    helo: refused.helo ?? host.helo,
    sender: refused.sender ?? items.sender,
    dnsbl: readList(refused.text, host.address),
    ...more,
  };
  return [{ refusal: fields }];
}

const client = ({ name, address, port }: Host<unknown>) => ({
  clientName: name,
  clientAddress: address,
  clientPort: port,
});

function readList(text: string, address: string): string | null {
  const match = LISTED.exec(text);
  return match?.[1] === address ? (match[2] ?? null) : null;
}

/** Reads a client that a fixed text or an end of the line follows, with what is said of the session between. */
function readClient(message: string, at: number, stage: string, separator: string): Host<Behind> | 'ambiguous' | null {
  return readHost(message, at, (index) => {
    const items = readItems(message, index);
    if (!message.startsWith(separator, items.end)) return null;
    const text = message.slice(items.end + separator.length);
    return { items, refused: { action: 'reject', stage, text, sender: null, recipient: null } };
  });
}

const fails = (host: Host<unknown> | 'ambiguous' | null): readonly TextFinding[] =>
  host === null || host === 'ambiguous'
    ? []
    : [{ sighting: { kind: 'auth-failure', address: host.address, messages: 1, recipients: 0 } }];

/** Every kind of line, in the order they are tried. */
export const PATTERNS: ReadonlyArray<Pattern<Memory>> = [
  {
    name: 'host-refused',
    read({ message }) {
      const { queueId, at } = splitId(message);
      if (!message.startsWith('H=', at)) return null;
      const host = readHost(message, at + 2, (index) => readRefused(message, index));
      return host === null && !MARK.test(message) ? [] : refuse(host, queueId);
    },
  },
  {
    name: 'refused-from-host',
    read({ message }) {
      const match = FROM_HOST.exec(message);
      if (!match) return null;
      const [head, , what = ''] = match;
      return refuse(readClient(message, head.length, STAGES.get(what) ?? what, ': '), null);
    },
  },
  {
    name: 'refused-from-sender',
    read({ message }) {
      const { queueId, at } = splitId(message);
      const match = FROM_SENDER.exec(message.slice(at));
      const sender = match && readBracketed(message, at + match[0].length);
      if (!match || !sender) return null;
      if (!message.startsWith(' H=', sender.end)) return [{ unparsed: 'no-client' }];
      const stage = match[1] ?? 'END-OF-MESSAGE';
      return refuse(readClient(message, sender.end + 3, stage, ': '), queueId, { sender: sender.value });
    },
  },
  {
    name: 'unqualified',
    read({ message }) {
      const match = UNQUALIFIED.exec(message);
      const path = match && readBracketed(message, match[0].length);
      if (!match || !path) return null;
      const [, which] = match;
      const rest = message.startsWith(' H=', path.end) ? path.end + 3 : path.end + 1;
      const text = `unqualified ${which}`;
      const more = which === 'sender' ? { text, sender: path.value } : { text, recipient: path.value };
      return refuse(readClient(message, rest, which === 'sender' ? 'MAIL' : 'RCPT', ''), null, more);
    },
  },
  {
    name: 'refused-connection',
    read({ message }) {
      const match = CONNECTION.exec(message);
      if (!match) return null;
      if (message.startsWith('Connection')) {
        const host = readClient(message, match[0].length, 'CONNECT', ' refused: ');
        return host === null ? [] : refuse(host, null);
      }
      return refuse(readClient(message, match[0].length, 'CONNECT', ' '), null);
    },
  },
  {
    name: 'early-connection',
    read({ message }) {
      const match = SYNC_CONNECTION.exec(message);
      return match && refuse(readClient(message, match[0].length, 'CONNECT', ' '), null);
    },
  },
  {
    name: 'early-command',
    read({ message }) {
      const match = SYNC_COMMAND.exec(message);
      if (!match) return null;
      // The client's own words stand before it, and a forged client may be among them.
      const starts = Array.from(message.matchAll(/" H=/g), ({ index }) => index + 4);
      const [first] = starts;
      if (first === undefined || starts.length > 1) return [{ unparsed: 'no-client' }];
      return refuse(readClient(message, first, 'UNKNOWN', ' next input='), null);
    },
  },
  {
    name: 'dropped',
    read({ message }) {
      const match = DROPPED.exec(message);
      if (!match) return null;
      const host = readClient(message, match[0].length, 'UNKNOWN', ' dropped: ');
      return host === null ? [] : refuse(host, null, { action: 'hangup' });
    },
  },
  {
    name: 'login-failed',
    read({ message }) {
      const match = LOGIN_FAILED.exec(message);
      return match && fails(readClient(message, match[0].length, 'AUTH', ': '));
    },
  },
  {
    name: 'received',
    read({ message }, memory) {
      const match = RECEIVED.exec(message);
      if (!match) return null;
      const [head, id = ''] = match;
      const quoted = message[head.length] === '"' ? message.indexOf('"@', head.length) : head.length;
      const host = message.indexOf(' H=', quoted);
      const found = host < 0 ? null : readHost(message, host + 3, (index) => readReceived(message, index));
      const address = found === null || found === 'ambiguous' ? null : keepText(found.address);
      if (address !== null) memory.set(id, { address, delivered: false });
      return [];
    },
  },
  {
    name: 'discarded',
    read({ message }, memory) {
      const match = BLACKHOLE.exec(message);
      if (!match) return null;
      const [head, queueId = ''] = match;
      const clientAddress = memory.get(queueId)?.address;
      if (clientAddress === undefined) return [];
      const text = message.slice(head.length);
      return [{ refusal: { action: 'discard', stage: 'END-OF-MESSAGE', queueId, clientAddress, text } }];
    },
  },
  {
    name: 'delivered',
    read({ message }, memory) {
      const match = DELIVERED.exec(message);
      if (!match) return null;
      const known = memory.get(match[1] ?? '');
      if (!known) return [];
      const messages = known.delivered ? 0 : 1;
      known.delivered = true;
      return [{ sighting: { kind: 'accepted', address: known.address, messages, recipients: 1 } }];
    },
  },
  {
    name: 'completed',
    read({ message }, memory) {
      const match = COMPLETED.exec(message);
      if (!match) return null;
      memory.delete(match[1] ?? '');
      return [];
    },
  },
];

function readReceived(message: string, index: number): Items | null {
  const items = readItems(message, index);
  return items.proto === null ? null : items;
}
