/**
 * The SMTP service of IIS, in the W3C extended format: words between blanks, whose order `#Fields:` gives, in
 * UTC. It logs commands with the code of the answer, not its text. A blank within a value is a `+`.
 */
import { type Columns, readColumns, valueOf } from './columns';
import { type FileFormat, openPatterns, type Pattern, type TextFinding } from './text-format';
import { keepText, readAddress, readDateTime, readPath, readVerb, Sessions } from './text-parts';

const FIELDS = '#Fields: ';
const DEFAULT =
  'date time c-ip cs-username s-sitename s-computername s-ip s-port cs-method cs-uri-stem cs-uri-query sc-status ' +
  'sc-win32-status sc-bytes cs-bytes time-taken cs-version cs-host cs(User-Agent) cs(Cookie) cs(Referer)';
const CLIENT_FIRST = / (?=[0-9A-Fa-f.:]{2,45} )/y;

interface Mail {
  sender: string | null;
  recipients: number;
}

class Memory {
  columns: Columns = readColumns(DEFAULT.split(' '));
  headed = false;
  /** By the client's address and name: there is no id of a session. */
  readonly mails = new Sessions<Mail>();
}

function read(message: string, { columns, mails }: Memory): readonly TextFinding[] | null {
  const row = message.split(' ');
  const stage = readVerb(valueOf(row, columns, 'cs-method'));
  const status = valueOf(row, columns, 'sc-status');
  // The service logs what it sends elsewhere too, under a name of its own in the client's place.
  const name = valueOf(row, columns, 'cs-username');
  if (stage === null || !/^[2-5]\d\d$/.test(status) || name.startsWith('OutboundConnection')) return null;
  const clientAddress = readAddress(valueOf(row, columns, 'c-ip'));
  const path = keepText(readPath(valueOf(row, columns, 'cs-uri-query').replaceAll('+', ' ').trimStart()));
  const key = `${clientAddress} ${name}`;
  const mail = mails.get(key);
  if (status.startsWith('2') || status.startsWith('3')) {
    if (stage === 'MAIL') mails.set(key, { sender: path, recipients: 0 });
    if (stage === 'RCPT' && mail) mail.recipients++;
    if ((stage !== 'DATA' && stage !== 'BDAT') || !mail || clientAddress === null) return [];
    mails.delete(key);
    return [{ sighting: { kind: 'accepted', address: clientAddress, messages: 1, recipients: mail.recipients } }];
  }
  if (stage === 'AUTH' && status === '535') {
    if (clientAddress === null) return [];
    return [{ sighting: { kind: 'auth-failure', address: clientAddress, messages: 1, recipients: 0 } }];
  }
  const sender = stage === 'MAIL' ? path : stage === 'RCPT' || stage === 'DATA' ? (mail?.sender ?? null) : null;
  const helo = name === '' || name === '-' ? null : name.replaceAll('+', ' ');
  const recipient = stage === 'RCPT' ? path : null;
  return [
    { refusal: { action: 'reject', stage, code: Number(status), text: '', clientAddress, helo, sender, recipient } },
  ];
}

const patterns: ReadonlyArray<Pattern<Memory>> = [
  { name: 'command', read: ({ message }, memory) => read(message, memory) },
];

export const iis: FileFormat = {
  format: 'iis',
  daemon: 'iis',
  patterns,
  open() {
    const memory = new Memory();
    return {
      ...openPatterns(patterns, memory),
      look(line) {
        if (line.startsWith('#')) return line.startsWith(`${FIELDS}date time `) ? 'header' : null;
        const time = line[10] === ' ' ? readDateTime(line) : null;
        if (!time) return null;
        CLIENT_FIRST.lastIndex = time.end;
        // With columns in another order only the header tells that a line is of this kind.
        if (!memory.headed && !CLIENT_FIRST.test(line)) return null;
        return line[time.end] === ' ' ? { wallMs: time.wallMs, offsetMinutes: 0, messageStart: 0 } : null;
      },
      readHeader(line) {
        memory.columns = readColumns(line.slice(FIELDS.length).trimEnd().split(' '));
        memory.headed = true;
      },
    };
  },
};
