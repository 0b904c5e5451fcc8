/**
 * OpenSMTPD: sixteen hexadecimal digits name the session, and only its first line has the address. The
 * words changed twice: `smtp connected` (6.4), `smtp event=connected` (6.0), `smtp-in: New session` (5).
 */
import { openPatterns, type Pattern, type SyslogFormat, type TextFinding } from './text-format';
import { keepText, readAddress, readPath, readVerb, Sessions, splitReply } from './text-parts';

interface Client {
  address: string | null;
  name: string | null;
}
type Memory = Sessions<Client>;

const CONNECTED = /^([0-9a-f]{16}) smtp (?:event=)?connected address=(\S{1,64}) host=(\S{1,255})/;
const CONNECTED_5 = /^smtp-in: New session ([0-9a-f]{16}) from host (\S{1,255}) \[([^\] ]{1,64})\]/;
const FAILED = /^([0-9a-f]{16}) smtp (?:event=)?failed-command (?:address=(\S{1,64}) host=(\S{1,255}) )?command="/;
const FAILED_5 = /^smtp-in: Failed command on session ([0-9a-f]{16}): "/;
const RESULT = /" (?:result="|=> )([45]\d\d(?:[ -]|$|"$).*)$/s;
const LOGIN_FAILED = /^([0-9a-f]{16}) smtp (?:event=)?authentication user=.* result=(?:perm|temp)fail$/s;
const MESSAGE = /^([0-9a-f]{16}) smtp (?:event=)?message .* (?:ndest|nrcpt)=(\d{1,6}) proto=\S{1,16}$/s;
const ENDED = /^(?:([0-9a-f]{16}) smtp (?:event=)?(?:disconnected|closed)|smtp-in: Closing session ([0-9a-f]{16}))/;
/** Which of a session's lines are counted where nothing is known of the session. */
const UNKNOWN: Client = { address: null, name: null };

function connect(memory: Memory, id: string, address: string, host: string): readonly TextFinding[] {
  const client = readClient(address, host);
  if (client) memory.set(id, client);
  return [];
}

function readClient(address: string, host: string): Client | null {
  const canonical = readAddress(address);
  return canonical === null ? null : { address: canonical, name: host === '<unknown>' ? null : keepText(host) };
}

function refuse(id: string, { address, name }: Client, rest: string): readonly TextFinding[] {
  const result = RESULT.exec(rest);
  if (!result) return [];
  const command = rest.slice(0, result.index);
  const reply = splitReply((result[1] ?? '').replace(/"$/, ''));
  const stage = command === '' ? 'CONNECT' : (readVerb(command) ?? 'UNKNOWN');
  if (stage === 'AUTH' && reply.code === 535) return fail(address);
  const path = stage === 'MAIL' || stage === 'RCPT' ? readPath(command) : null;
  // It is written by strvis(3), which doubles what the client put before a quote.
  const mailbox = path?.replaceAll('\\\\', '\\') ?? null;
  const sender = stage === 'MAIL' ? mailbox : null;
  const recipient = stage === 'RCPT' ? mailbox : null;
  const client = { queueId: id, clientAddress: address, clientName: name };
  return [{ refusal: { action: 'reject', stage, ...reply, ...client, sender, recipient } }];
}

function fail(address: string | null): readonly TextFinding[] {
  return address === null ? [] : [{ sighting: { kind: 'auth-failure', address, messages: 1, recipients: 0 } }];
}

const patterns: ReadonlyArray<Pattern<Memory>> = [
  {
    name: 'connected',
    read({ message }, memory) {
      const match = CONNECTED.exec(message);
      return match && connect(memory, match[1] ?? '', match[2] ?? '', match[3] ?? '');
    },
  },
  {
    name: 'connected-5',
    read({ message }, memory) {
      const match = CONNECTED_5.exec(message);
      return match && connect(memory, match[1] ?? '', match[3] ?? '', match[2] ?? '');
    },
  },
  {
    name: 'failed-command',
    read({ message }, memory) {
      const match = FAILED.exec(message);
      if (!match) return null;
      const [head, id = '', address, host] = match;
      const own = address === undefined ? null : readClient(address, host ?? '');
      return refuse(id, own ?? memory.get(id) ?? UNKNOWN, message.slice(head.length));
    },
  },
  {
    name: 'failed-command-5',
    read({ message }, memory) {
      const match = FAILED_5.exec(message);
      if (!match) return null;
      const [head, id = ''] = match;
      return refuse(id, memory.get(id) ?? UNKNOWN, message.slice(head.length));
    },
  },
  {
    name: 'login-failed',
    read({ message }, memory) {
      const match = LOGIN_FAILED.exec(message);
      return match && fail(memory.get(match[1] ?? '')?.address ?? null);
    },
  },
  {
    name: 'message',
    read({ message }, memory) {
      const match = MESSAGE.exec(message);
      if (!match) return null;
      const address = memory.get(match[1] ?? '')?.address ?? null;
      if (address === null) return [];
      return [{ sighting: { kind: 'accepted', address, messages: 1, recipients: Number(match[2]) } }];
    },
  },
  {
    name: 'disconnected',
    read({ message }, memory) {
      const match = ENDED.exec(message);
      if (!match) return null;
      memory.delete(match[1] ?? match[2] ?? '');
      return [];
    },
  },
];

export const opensmtpd: SyslogFormat = {
  format: 'opensmtpd',
  programs: ['smtpd', 'opensmtpd'],
  patterns,
  open: () => openPatterns<Memory>(patterns, new Sessions()),
};
