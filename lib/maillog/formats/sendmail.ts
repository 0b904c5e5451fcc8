/** Sendmail. Sources: its `srvrsmtp.c`, `envelope.c`, `deliver.c`; the installation guide, 2.1.1. */
import { openPatterns, type Pattern, type RefusalFields, type SyslogFormat, type TextFinding } from './text-format';
import { keepText, readAddress, readBracketed, Sessions, splitReply } from './text-parts';

/** Messages by queue id: who brought them, and whether one was sent on. */
type Memory = Sessions<{ address: string; delivered: boolean }>;

const HEAD = /^(?:([0-9A-Za-z]{8,20}|NOQUEUE): )?ruleset=([A-Za-z_]{1,32}), arg1=/;
/** The server's own words about the client, and what it did. */
const VERDICT =
  /, relay=(?:(\S{1,255}) )?\[([0-9A-Za-z.:]{2,50})\]( \(may be forged\))?, (?:(reject|quarantine)=|(discard)(?:$|,))/g;
const NO_CLIENT = /, (?:relay=[^\s[\],]{1,255}, )?(reject|quarantine)=([^]*)$/;
const MILTER =
  /^([0-9A-Za-z]{8,20}): Milter: (?:(to|from)=(.*), |(data|connect|helo|unknown)[^,]{0,300}, )(?:reject=([45]\d\d.*)|(discard))$/s;
const UNKNOWN_USER = /^([0-9A-Za-z]{8,20}): (<.*>)\.\.\. (User unknown|No such user|Relaying denied)/s;
const PREGREETING =
  /^(?:[0-9A-Za-z]{8,20}: )?rejecting commands from (?:(\S{1,255}) )?\[([0-9A-Za-z.:]{2,50})\] due to (pre-greeting traffic.*)$/s;
const LOGIN_FAILED =
  /^(?:[0-9A-Za-z]{8,20}: )?AUTH failure .*, relay=(?:\S{1,255} )?\[([0-9A-Za-z.:]{2,50})\](?: \(may be forged\))?$/s;
const FROM = /^([0-9A-Za-z]{8,20}): from=.*, relay=(?:\S{1,255} )?\[([0-9A-Za-z.:]{2,50})\](?: \(may be forged\))?$/s;
const TO = /^([0-9A-Za-z]{8,20}): to=/;
const SENT = /^, stat=Sent(?: |$)/;
const LISTED = /^(?:Rejected: |Spam blocked see: )?[0-9A-Fa-f.:]{2,45} (?:listed at|found in) ([A-Za-z0-9.-]{1,255})/;

const STAGES: ReadonlyMap<string, string> = new Map([
  ['check_rcpt', 'RCPT'],
  ['check_compat', 'RCPT'],
  ['check_mail', 'MAIL'],
  ['check_relay', 'CONNECT'],
  ['check_data', 'DATA'],
  ['check_eoh', 'END-OF-MESSAGE'],
  ['check_eom', 'END-OF-MESSAGE'],
  ['check_vrfy', 'VRFY'],
  ['check_expn', 'EXPN'],
  ['check_etrn', 'ETRN'],
]);
const MILTER_STAGES: ReadonlyMap<string | undefined, string> = new Map([
  ['to', 'RCPT'],
  ['from', 'MAIL'],
  ['data', 'END-OF-MESSAGE'],
  ['connect', 'CONNECT'],
  ['helo', 'HELO'],
]);

/** The action a rule set's verdict comes to. */
const ACTION = { reject: 'reject', quarantine: 'hold', discard: 'discard' } as const;
type Verdict = keyof typeof ACTION;
const verdictOf = (word: string | undefined): Verdict =>
  word === 'quarantine' || word === 'discard' ? word : 'reject';

function readRuleset(message: string): readonly TextFinding[] | null {
  const head = HEAD.exec(message);
  if (!head) return null;
  const [{ length }, queueId = null, ruleset = ''] = head;
  const stage = STAGES.get(ruleset) ?? (ruleset.startsWith('check_') ? 'UNKNOWN' : 'header');
  const path = readBracketed(message, length);
  const verdicts = Array.from(message.matchAll(VERDICT));
  const [first] = verdicts;
  if (!first) return readWithoutClient(message, length, stage, queueId, path?.value ?? null);
  const after = message.slice(first.index + first[0].length);
  const argument = path?.end === first.index ? message.slice(length, first.index) : null;
  if (verdicts.length > 1 && isForged(first, argument, after)) return [{ unparsed: 'no-client' }];
  const [, name, address = '', forged, word, discard] = first;
  const clientAddress = readAddress(address);
  if (clientAddress === null) return [{ unparsed: 'no-client' }];
  const verdict = verdictOf(word ?? discard);
  const reply = verdict === 'reject' ? splitReply(after) : { code: null, dsn: null, text: after };
  const clientName = name === undefined || forged !== undefined ? null : name.slice(name.lastIndexOf('@') + 1);
  const fields = { queueId: idOf(queueId), clientAddress, clientName, ...reply, ...pathFields(stage, path?.value) };
  const dnsbl = stage === 'CONNECT' ? (LISTED.exec(reply.text)?.[1] ?? null) : null;
  return [{ refusal: { action: ACTION[verdict], stage, dnsbl, ...fields } }];
}

/**
 * Whether more than one place of a line names a client, and not only because the reply repeats the
 * argument: the argument is the client's, and it may hold a verdict of its own.
 * @param argument a whole `<address>`, else null.
 */
function isForged(first: RegExpMatchArray, argument: string | null, after: string): boolean {
  const rest = argument === null ? after : after.replaceAll(argument, '');
  return Array.from(rest.matchAll(VERDICT)).some(([, , address]) => address !== first[2]);
}

function readWithoutClient(
  message: string,
  start: number,
  stage: string,
  queueId: string | null,
  path: string | null,
): readonly TextFinding[] {
  const rest = message.slice(start);
  const match = NO_CLIENT.exec(rest);
  if (!match) return [];
  if (rest.includes(', relay=') && rest.includes('[', rest.indexOf(', relay='))) return [{ unparsed: 'no-client' }];
  const verdict = verdictOf(match[1]);
  const fields = { queueId: idOf(queueId), ...splitReply(match[2] ?? ''), ...pathFields(stage, path ?? undefined) };
  return [{ refusal: { action: ACTION[verdict], stage, ...fields } }];
}

const idOf = (id: string | null): string | null => (id === 'NOQUEUE' ? null : id);

function pathFields(stage: string, path: string | undefined): Partial<RefusalFields> {
  if (path === undefined) return {};
  if (stage === 'MAIL') return { sender: path };
  return stage === 'RCPT' ? { recipient: path } : {};
}

const patterns: ReadonlyArray<Pattern<Memory>> = [
  { name: 'ruleset', read: ({ message }) => readRuleset(message) },
  {
    name: 'milter',
    read({ message }) {
      const match = MILTER.exec(message);
      if (!match) return null;
      const [, queueId = null, which, path = '', phase, reply, discard] = match;
      const stage = MILTER_STAGES.get(which ?? phase) ?? 'UNKNOWN';
      const fields = { queueId, ...splitReply(reply ?? ''), ...pathFields(stage, readBracketed(path, 0)?.value) };
      return [{ refusal: { action: discard ? 'milter-discard' : 'milter-reject', stage, ...fields } }];
    },
  },
  {
    name: 'unknown-user',
    read({ message }) {
      const match = UNKNOWN_USER.exec(message);
      if (!match) return null;
      const [, queueId = null, path = '', text = ''] = match;
      const recipient = readBracketed(path, 0)?.value ?? null;
      return [{ refusal: { action: 'reject', stage: 'RCPT', queueId, recipient, text } }];
    },
  },
  {
    name: 'pre-greeting',
    read({ message }) {
      const match = PREGREETING.exec(message);
      if (!match) return null;
      const [, name, address = '', text = ''] = match;
      const clientAddress = readAddress(address);
      if (clientAddress === null) return [{ unparsed: 'no-client' }];
      const clientName = name === undefined || name.startsWith('[') ? null : name;
      return [{ refusal: { action: 'reject', stage: 'CONNECT', clientAddress, clientName, text } }];
    },
  },
  {
    name: 'login-failed',
    read({ message }) {
      const match = LOGIN_FAILED.exec(message);
      const address = match && readAddress(match[1] ?? '');
      if (!address) return null;
      return [{ sighting: { kind: 'auth-failure', address, messages: 1, recipients: 0 } }];
    },
  },
  {
    name: 'from',
    read({ message }, memory) {
      const match = FROM.exec(message);
      const address = match && keepText(readAddress(match[2] ?? ''));
      if (!address) return null;
      memory.set(match[1] ?? '', { address, delivered: false });
      return [];
    },
  },
  {
    name: 'sent',
    read({ message }, memory) {
      const match = TO.exec(message);
      const known = match && memory.get(match[1] ?? '');
      if (!match || !known || !SENT.test(message.slice(message.lastIndexOf(', stat=')))) return null;
      const end = message.indexOf(', delay=', match[0].length);
      const recipients = message.slice(match[0].length, end < 0 ? undefined : end).split('>,<').length;
      const messages = known.delivered ? 0 : 1;
      known.delivered = true;
      return [{ sighting: { kind: 'accepted', address: known.address, messages, recipients } }];
    },
  },
];

export const sendmail: SyslogFormat = {
  format: 'sendmail',
  programs: ['sendmail', 'sm-mta', 'sm-msp', 'sm-mta-client', 'sm-msp-queue', 'sm-client'],
  patterns,
  open: () => openPatterns<Memory>(patterns, new Sessions()),
};
