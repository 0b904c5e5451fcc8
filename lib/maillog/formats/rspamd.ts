/**
 * Rspamd's line for a message, through syslog or in its own log: `id: <m>, qid: <q>, ip: IP, from: <s>,
 * (default: T (reject): [s/t] [SYMBOLS]), …`. Message id, sender and what the symbols quote are the sender's
 * words. Source: `rspamd_task_write_log` and the default `log_format`.
 */
import type { Action } from '@/lib/model';
import { type FileFormat, openPatterns, type Pattern, type SyslogFormat, type TextFinding } from './text-format';
import { readAddress, readDateTime } from './text-parts';

const HEAD = /^(?:#\d{1,10}\([a-z_]{1,32}\) )?<[^>]{1,64}>; [a-z_]{1,16}; rspamd_task_write_log: id: </;
/** What the server itself writes of the client, with the verdict that follows it. */
const VERDICT =
  /, (?:qid: <([^>]{0,64})>, )?(?:ip: ([0-9A-Fa-f.:]{2,45}), )?(?:user: ([^,]{1,255}), )?(?:(?:smtp_)?from: <([^>]{0,512})>, )?\(default: [TFS] \(([a-z ]{1,20})\): \[(-?[0-9.]{1,12}|nan)\/(-?[0-9.]{1,12}|nan)\]/g;
const RECIPIENTS = /, rcpts: <([^>,]{1,512})/;

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ['reject', 'milter-reject'],
  ['soft reject', 'milter-reject'],
  ['discard', 'milter-discard'],
  ['quarantine', 'milter-hold'],
]);

function read(message: string): readonly TextFinding[] | null {
  const head = HEAD.exec(message);
  if (!head) return null;
  const rest = message.slice(head[0].length - 1);
  const verdicts = Array.from(rest.matchAll(VERDICT));
  const [first] = verdicts;
  if (!first) return message.includes('(default: T (reject)') ? [{ unparsed: 'no-tail' }] : [];
  // A second one stands in a sender's words, and which one is the server's is not to be told; nor whose an
  // address in the message id is, where the server may have written none.
  if (verdicts.length > 1 || rest.slice(0, first.index).includes(', ip: ')) return [{ unparsed: 'no-client' }];
  const [whole, queueId, ip, user, sender, word = '', score, limit] = first;
  const address = ip === undefined ? null : readAddress(ip);
  if (word === 'greylist') {
    return address === null ? [] : [{ sighting: { kind: 'greylisted', address, messages: 1, recipients: 0 } }];
  }
  const action = ACTIONS.get(word);
  if (action === undefined) return [];
  const refusal = {
    clientAddress: address,
    queueId: queueId ?? null,
    saslUsername: user ?? null,
    sender: sender ?? null,
    recipient: RECIPIENTS.exec(rest.slice(first.index + whole.length))?.[1] ?? null,
    text: `${word} [${score}/${limit}]`,
  };
  return [{ refusal: { action, stage: 'END-OF-MESSAGE', ...refusal } }];
}

const patterns: ReadonlyArray<Pattern<unknown>> = [{ name: 'task', read: ({ message }) => read(message) }];
const open = () => openPatterns(patterns, null);

export const rspamdSyslog: SyslogFormat = { format: 'rspamd', programs: ['rspamd'], patterns, open };

const PROCESS = / (?=#\d{1,10}\([a-z_]{1,32}\) )/y;

export const rspamdFile: FileFormat = {
  format: 'rspamd',
  daemon: 'rspamd',
  patterns,
  open: () => ({
    ...open(),
    look(line) {
      const time = readDateTime(line);
      if (!time) return null;
      PROCESS.lastIndex = time.end;
      if (!PROCESS.test(line)) return null;
      const pid = Number.parseInt(line.slice(PROCESS.lastIndex + 1, PROCESS.lastIndex + 11), 10);
      return { wallMs: time.wallMs, offsetMinutes: null, messageStart: PROCESS.lastIndex, pid };
    },
  }),
};
