/**
 * Exchange's receive protocol log: rows of values between commas, whose order `#Fields:` gives. `<` is the
 * client's command, `>` the server's answer; every row names the client. Source: "Protocol logging" in the
 * server's documentation.
 */
import { type Columns, readColumns, splitCommas, valueOf } from './columns';
import { type FileFormat, openPatterns, type Pattern, type TextFinding } from './text-format';
import { keepText, readAddress, readDateTime, readPath, readVerb, Sessions, splitReply } from './text-parts';

const FIELDS = '#Fields: ';
const DEFAULT = 'date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context';
const ENDPOINT = /^\[?([0-9A-Fa-f.:]{2,45})\]?:(\d{1,5})$/;
const FINAL = /^[2-5]\d\d(?: |$)/;
const LOGIN_REFUSED = /^(?:535|454 4\.7\.0)/;
const MOST_WAITING = 64;

/** What one connection said so far. */
interface Session {
  helo: string | null;
  sender: string | null;
  /** The recipients that were accepted since the sender was. */
  recipients: number;
  /** Commands without an answer yet. */
  waiting: Array<{ stage: string; path: string | null }>;
  /** The message itself is being sent: an answer without a command is to it. */
  inData: boolean;
}

class Memory {
  columns: Columns = readColumns(DEFAULT.split(','));
  readonly sessions = new Sessions<Session>();
}

/** A row by the names of its columns. */
interface Row {
  id: string;
  data: string;
  address: string | null;
  port: number | null;
  event: string;
}

function readRow(line: string, { columns }: Memory): Row {
  const row = splitCommas(line);
  const endpoint = ENDPOINT.exec(valueOf(row, columns, 'remote-endpoint'));
  return {
    id: valueOf(row, columns, 'session-id'),
    data: valueOf(row, columns, 'data'),
    event: valueOf(row, columns, 'event'),
    address: endpoint && readAddress(endpoint[1] ?? ''),
    port: endpoint && Number(endpoint[2]),
  };
}

function takeCommand({ id, data }: Row, memory: Memory): void {
  const stage = readVerb(data) ?? 'UNKNOWN';
  const session = memory.sessions.get(id) ?? { ...EMPTY, waiting: [] };
  if (stage === 'EHLO' || stage === 'HELO') session.helo = keepText(data.slice(5));
  if (stage === 'MAIL') {
    session.sender = keepText(readPath(data.slice(10)));
    session.recipients = 0;
  }
  if (session.waiting.length < MOST_WAITING) {
    session.waiting.push({ stage, path: stage === 'RCPT' ? keepText(readPath(data.slice(8))) : null });
  }
  memory.sessions.set(id, session);
}

const EMPTY = { helo: null, sender: null, recipients: 0, inData: false };

function takeReply(row: Row, memory: Memory): readonly TextFinding[] {
  if (!FINAL.test(row.data)) return [];
  const session = memory.sessions.get(row.id);
  const command = session?.waiting.shift();
  const stage = command?.stage ?? (session?.inData ? 'END-OF-MESSAGE' : session ? 'CONNECT' : 'UNKNOWN');
  if (session) session.inData = row.data.startsWith('354');
  const isMessage = stage === 'END-OF-MESSAGE' || stage === 'BDAT';
  if (/^[23]/.test(row.data)) {
    if (session && stage === 'RCPT') session.recipients++;
    if (!session || !isMessage || row.address === null) return [];
    return [{ sighting: { kind: 'accepted', address: row.address, messages: 1, recipients: session.recipients } }];
  }
  if ((stage === 'AUTH' || stage === 'UNKNOWN') && LOGIN_REFUSED.test(row.data)) return failLogin(row);
  const who = { clientAddress: row.address, clientPort: row.port, queueId: row.id === '' ? null : row.id };
  const mail = { helo: session?.helo ?? null, sender: session?.sender ?? null, recipient: command?.path ?? null };
  return [{ refusal: { action: 'reject', stage, ...splitReply(row.data), ...who, ...mail } }];
}

function failLogin({ address }: Row): readonly TextFinding[] {
  return address === null ? [] : [{ sighting: { kind: 'auth-failure', address, messages: 1, recipients: 0 } }];
}

const patterns: ReadonlyArray<Pattern<Memory>> = [
  {
    name: 'row',
    read({ message }, memory) {
      const row = readRow(message, memory);
      if (row.event === '>') return takeReply(row, memory);
      if (row.event === '<') takeCommand(row, memory);
      if (row.event === '+') memory.sessions.set(row.id, { ...EMPTY, waiting: [] });
      if (row.event === '-') memory.sessions.delete(row.id);
      return [];
    },
  },
];

export const exchange: FileFormat = {
  format: 'exchange',
  daemon: 'exchange',
  patterns,
  open() {
    const memory = new Memory();
    return {
      ...openPatterns(patterns, memory),
      look(line) {
        if (line.startsWith('#')) return line.startsWith(`${FIELDS}date-time,`) ? 'header' : null;
        const time = readDateTime(line);
        if (!time || line[time.end] !== 'Z' || line[time.end + 1] !== ',') return null;
        // The stamp is the first of the columns.
        return { wallMs: time.wallMs, offsetMinutes: 0, messageStart: 0 };
      },
      readHeader(line) {
        memory.columns = readColumns(line.slice(FIELDS.length).split(','));
      },
    };
  },
};
