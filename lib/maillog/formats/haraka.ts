/**
 * Haraka: `[NOTICE] [UUID.n] [core] recipient <r> code=DENY msg="…" sender=s`, with a stamp before it in its
 * own log. Only the `connect` line has the client's address. Sources: its `connection.js`, `logger.js`.
 */
import {
  type FileFormat,
  openPatterns,
  type Pattern,
  type RefusalFields,
  type SyslogFormat,
  type TextFinding,
} from './text-format';
import { readAddress, readBracketed, readDateTime, Sessions, skipQuoted, splitReply } from './text-parts';

interface Client {
  address: string;
  port: number;
  /** The recipients of the message at hand that were accepted. */
  recipients: number;
}
type Memory = Sessions<Client>;

const HEAD =
  /^\[(?:NOTICE|INFO)\] \[([0-9A-Fa-f-]{36})((?:\.\d{1,6})?)\] \[core\] +(connect|sender|recipient|message|queue|disconnect|hook)(?=[ =])/;
const CONNECT = / ip=(\S{1,64}) port=(\d{1,5})(?= |$)/y;
const HOOK = /=(connect|connect_init|lookup_rdns|helo|ehlo|data)(?= )/y;
const PAIR = / ([a-z_]{1,32})=/y;
const WORD = /\S*/y;
const DENIALS: ReadonlySet<string> = new Set(['DENY', 'DENYSOFT', 'DENYDISCONNECT', 'DENYSOFTDISCONNECT']);
const HOOK_STAGES: ReadonlyMap<string, string> = new Map([
  ['helo', 'HELO'],
  ['ehlo', 'EHLO'],
  ['data', 'DATA'],
]);

/** The line apart from its envelope: what it tells of which connection. */
interface Line {
  id: string;
  event: string;
  message: string;
  at: number;
  client: Client | null;
  queueId: string | null;
}

/** Reads ` key=value key="value" …`; of two with one name the first counts. */
function readPairs(text: string, at: number): Map<string, string> {
  const pairs = new Map<string, string>();
  for (let end = at; ; ) {
    PAIR.lastIndex = end;
    const key = PAIR.exec(text)?.[1];
    if (key === undefined) return pairs;
    const start = PAIR.lastIndex;
    const quoteEnd = text[start] === '"' ? skipQuoted(text, start) : -1;
    WORD.lastIndex = start;
    WORD.exec(text);
    end = quoteEnd >= 0 ? quoteEnd : WORD.lastIndex;
    const value = quoteEnd >= 0 ? text.slice(start + 1, end - 1).replace(/\\(["\\])/g, '$1') : text.slice(start, end);
    if (!pairs.has(key)) pairs.set(key, value);
  }
}

function refuse(line: Line, stage: string, reply: string, more: Partial<RefusalFields> = {}): readonly TextFinding[] {
  const { client, queueId } = line;
  const who = { clientAddress: client?.address ?? null, clientPort: client?.port ?? null, queueId };
  return [{ refusal: { action: 'reject', stage, ...splitReply(reply), ...who, ...more } }];
}

const events: ReadonlyArray<{ name: string; read(line: Line, memory: Memory): readonly TextFinding[] | null }> = [
  {
    name: 'connect',
    read({ event, message, at, id }, memory) {
      if (event !== 'connect') return null;
      CONNECT.lastIndex = at;
      const match = CONNECT.exec(message);
      const address = match && readAddress(match[1] ?? '');
      if (address) memory.set(id, { address, port: Number(match[2]), recipients: 0 });
      return [];
    },
  },
  {
    name: 'path',
    read(line) {
      const { event, message, at, client } = line;
      if (event !== 'sender' && event !== 'recipient') return null;
      const path = readBracketed(message, at + 1);
      if (!path) return [];
      const pairs = readPairs(message, path.end);
      const code = pairs.get('code') ?? '';
      // No plugin wanted the recipient, which Haraka refuses.
      const refused = DENIALS.has(code) || (event === 'recipient' && code === 'CONT');
      if (event === 'sender' && client) client.recipients = 0;
      if (!refused) {
        if (event === 'recipient' && client) client.recipients++;
        return [];
      }
      const reply = pairs.get('msg') ?? '';
      if (event === 'sender') return refuse(line, 'MAIL', reply, { sender: path.value });
      return refuse(line, 'RCPT', reply, { recipient: path.value, sender: pairs.get('sender') ?? null });
    },
  },
  {
    name: 'message',
    read(line, _memory) {
      if (line.event !== 'message' && line.event !== 'queue') return null;
      const pairs = readPairs(line.message, line.at);
      const code = pairs.get('code') ?? '';
      if (DENIALS.has(code)) return refuse(line, 'END-OF-MESSAGE', pairs.get('msg') ?? '');
      const { client } = line;
      if (line.event === 'message' || code !== 'OK' || !client) return [];
      const { address, recipients } = client;
      return [{ sighting: { kind: 'accepted', address, messages: 1, recipients: Math.max(recipients, 1) } }];
    },
  },
  {
    name: 'hook',
    read(line) {
      if (line.event !== 'hook') return null;
      HOOK.lastIndex = line.at;
      const hook = HOOK.exec(line.message)?.[1];
      if (hook === undefined) return [];
      const pairs = readPairs(line.message, line.at + 1 + hook.length);
      if (!DENIALS.has(pairs.get('retval') ?? '')) return [];
      return refuse(line, HOOK_STAGES.get(hook) ?? 'CONNECT', pairs.get('msg') ?? '');
    },
  },
  {
    name: 'disconnect',
    read({ event, id }, memory) {
      if (event !== 'disconnect') return null;
      memory.delete(id);
      return [];
    },
  },
];

const patterns: ReadonlyArray<Pattern<Memory>> = events.map(({ name, read }) => ({
  name,
  read({ message }, memory) {
    const match = HEAD.exec(message);
    if (!match) return null;
    const [{ length }, id = '', transaction = '', event = ''] = match;
    const queueId = transaction === '' ? null : `${id}${transaction}`;
    return read({ id, event, message, at: length, client: memory.get(id) ?? null, queueId }, memory);
  },
}));

const open = () => openPatterns<Memory>(patterns, new Sessions());

export const harakaSyslog: SyslogFormat = {
  format: 'haraka',
  programs: ['haraka', 'Haraka'],
  patterns,
  open,
};

const MARK = /(?:Z|([+-])(\d\d):?(\d\d))? {1,2}(?=\[[A-Z]{4,9}\] \[)/y;

export const harakaFile: FileFormat = {
  format: 'haraka',
  daemon: 'haraka',
  patterns,
  open: () => ({
    ...open(),
    look(line) {
      const time = readDateTime(line);
      if (!time) return null;
      MARK.lastIndex = time.end;
      const mark = MARK.exec(line);
      if (!mark) return null;
      const offsetMinutes = readOffset(mark, line[time.end] === 'Z');
      return { wallMs: time.wallMs, offsetMinutes, messageStart: MARK.lastIndex };
    },
  }),
};

/** multilog and the like write the stamp where Haraka does not, without a zone. */
function readOffset([, sign, hours, minutes]: RegExpExecArray, utc: boolean): number | null {
  if (sign === undefined) return utc ? 0 : null;
  const offset = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -offset : offset;
}
