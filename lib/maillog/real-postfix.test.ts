import { beforeAll, describe, expect, test } from 'vitest';
import type { Rejection, Sighting } from '@/lib/model';
import { PORTS, runPostfix, whyNoPostfix } from './fixtures/real-postfix';
import type { Exchange, Session } from './fixtures/real-server';
import { createByteParser } from './parser';

interface Story {
  title: string;
  session: Session;
  /** Refusals that the client does not see, in part. */
  unseen?: Array<Partial<Rejection>>;
  /** Replies that Postfix has no line for. */
  silent?: number;
}

const GREETING = 'EHLO mx.x.example';
let clients = 100;

/** A session of a client of its own. */
function tell(
  title: string,
  commands: string[],
  more: Partial<Session> & Pick<Story, 'unseen' | 'silent'> = {},
): Story {
  const { unseen, silent, ...session } = more;
  return { title, session: { port: PORTS.late, client: `192.0.2.${++clients}`, commands, ...session }, unseen, silent };
}

const mail = (sender: string, ...rest: string[]) => [GREETING, `MAIL FROM:<${sender}>`, ...rest];
const send = (sender: string, text: string) => mail(sender, 'RCPT TO:<r@b.example>', 'DATA', `${text}\r\n.`);
const AT_ONCE = { port: PORTS.atOnce };
const SCREEN = { port: PORTS.postscreen };

const STORIES: Story[] = [
  tell('relaying', mail('s@x.example', 'RCPT TO:<r@far.example>')),
  tell('relaying from nobody', mail('', 'RCPT TO:<r@far.example>')),
  tell('an unknown mailbox', mail('s@x.example', 'RCPT TO:<nobody@b.example>')),
  tell('one good recipient and two bad ones', [
    ...mail('s@x.example', 'RCPT TO:<r@b.example>', 'RCPT TO:<closed@b.example>', 'RCPT TO:<full@b.example>'),
  ]),
  tell('a sender refused when the recipient is named', mail('spam@x.example', 'RCPT TO:<r@b.example>')),
  tell('a sender refused at once', mail('spam@x.example'), AT_ONCE),
  tell('a recipient refused at once', mail('s@x.example', 'RCPT TO:<closed@b.example>'), AT_ONCE),
  tell('a sender without a domain', mail('spam'), AT_ONCE),
  tell('a recipient without a domain', mail('s@x.example', 'RCPT TO:<r>'), AT_ONCE),
  tell('a bad name at once', ['EHLO bad.helo.example', 'MAIL FROM:<s@x.example>'], AT_ONCE),
  tell('a bad name, with HELO', ['HELO bad.helo.example'], AT_ONCE),
  tell('a slow name', ['EHLO slow.helo.example'], AT_ONCE),
  tell('a bad name later', ['HELO bad.helo.example', 'MAIL FROM:<s@x.example>', 'RCPT TO:<r@b.example>']),
  tell('a name that is none', ['EHLO pc'], AT_ONCE),
  tell('a name in brackets', ['EHLO <x>'], AT_ONCE),
  tell('a name that imitates', ['EHLO x>; from=<v@v.example> to=<w@w.example> proto=SMTP helo=<y'], AT_ONCE),
  tell('a name that imitates, later', [
    'EHLO x from=<v@v.example> to=<w@w.example>',
    'MAIL FROM:<s@x.example>',
    'RCPT TO:<r@b.example>',
  ]),
  tell('a client refused later', mail('s@x.example', 'RCPT TO:<r@b.example>'), { client: '192.0.2.68' }),
  tell('a client refused at once', [], { ...AT_ONCE, client: '192.0.2.66' }),
  tell('a client put off at once', [], { ...AT_ONCE, client: '192.0.2.67' }),
  tell('a client of IPv6', mail('s@x.example', 'RCPT TO:<r@far.example>'), { client: '2001:db8::9' }),
  tell('a reason that imitates the tail', mail('odd@x.example', 'RCPT TO:<r@b.example>')),
  tell('a block list', mail('listed@x.example', 'RCPT TO:<r@b.example>')),
  tell('no enhanced code', mail('bare@x.example', 'RCPT TO:<r@b.example>')),
  tell('a farewell', mail('bye@x.example', 'RCPT TO:<r@b.example>')),
  tell('a sender with blanks', mail('"spam@x a"@x.example', 'RCPT TO:<r@far.example>')),
  tell(
    'a sender that imitates',
    mail('"a> to=<b@b.example> proto=ESMTP helo=<c"@x.example', 'RCPT TO:<r@far.example>'),
  ),
  tell('a sender with quotes', mail('"a\\"; from=<v@v.example> \\"b"@x.example', 'RCPT TO:<r@far.example>')),
  tell('a sender that names a list', mail('"] blocked using evil.example"@x.example', 'RCPT TO:<r@b.example>')),
  tell('a sender of eight bits', mail('花子@x.example', 'RCPT TO:<r@far.example>')),
  tell('a recipient that imitates', mail('s@x.example', 'RCPT TO:<" odd > proto=SMTP helo=<x"@b.example>')),
  tell('the null sender and two recipients', [...mail('', 'RCPT TO:<r@b.example>', 'RCPT TO:<q@b.example>', 'DATA')]),
  tell('too large', [GREETING, 'MAIL FROM:<s@x.example> SIZE=99999']),
  tell('refused at the end', send('eod@x.example', 'Subject: hello')),
  tell('a header refused', send('s@x.example', 'Subject: viagra; from=<v@v.example>')),
  tell('a header put off', send('s@x.example', 'Subject: later')),
  tell('a body refused', send('s@x.example', 'Subject: hello\r\n\r\nbuy now: from v[203.0.113.1]; from=<v>')),
  tell('a header held', send('s@x.example', 'Subject: held'), { unseen: [{ action: 'hold', code: null }] }),
  tell('a header discarded', send('s@x.example', 'Subject: void'), {
    unseen: [{ action: 'discard', text: 'into the void' }],
  }),
  tell('a header that is only noted', send('s@x.example', 'Subject: fine')),
  tell('held', send('hold@x.example', 'Subject: hello'), { unseen: [{ action: 'hold', code: null }] }),
  tell('discarded', send('gone@x.example', 'Subject: hello'), { unseen: [{ action: 'discard', code: null }] }),
  tell('redirected', send('other@x.example', 'Subject: hello'), { unseen: [{ action: 'redirect', code: null }] }),
  tell('only warned', mail('s@x.example', 'RCPT TO:<warned@b.example>'), {
    unseen: [{ action: 'reject_warning', code: 554 }],
  }),
  tell('accepted, for two', [
    ...mail('s@x.example', 'RCPT TO:<r@b.example>', 'RCPT TO:<q@b.example>', 'DATA', 'Subject: hello\r\n\r\n.'),
  ]),
  tell('errors without a line', ['EHLO', 'RCPT TO:<r@b.example>', 'NONSENSE', 'DATA'], { silent: 4 }),
  tell('not SMTP', ['GET / HTTP/1.1'], { silent: 1 }),
  tell('before the greeting', mail('s@x.example', 'RCPT TO:<r@b.example>'), { ...SCREEN, early: GREETING }),
  tell('a client of its own list', mail('s@x.example', 'RCPT TO:<r@b.example>', 'RCPT TO:<q@b.example>'), {
    ...SCREEN,
    client: '192.0.2.96',
  }),
  tell('a stranger to postscreen', mail('"a> b"@x.example', 'RCPT TO:<r@b.example>'), SCREEN),
  tell('not SMTP, to postscreen', [GREETING, 'Subject: x', 'MAIL FROM:<s@x.example>', 'RCPT TO:<r@b.example>'], {
    ...SCREEN,
    silent: 1,
  }),
];
const HURRIED = '198.51.100.7';
for (let i = 0; i < 3; i++) STORIES.push(tell('too often', [GREETING], { client: HURRIED }));

const SILENT = /^\d{3} (?:\d\.\d\.\d )?(?:\S+ )?(?:Error|Syntax): /;
const REPLY = /^([45]\d\d) (?:([45]\.\d\.\d) )?(.*)$/;

/** The refusals that a client saw, as Postfix should have written them. */
function listSeen(client: string, exchanges: readonly Exchange[]): Array<Partial<Rejection>> {
  let sender: string | null = null;
  const taken: string[] = [];
  const seen: Array<Partial<Rejection>> = [];
  for (const { command, reply } of exchanges) {
    const [, verb, address = ''] = /^(MAIL FROM|RCPT TO):<(.*)>/.exec(command) ?? [];
    if (verb === 'MAIL FROM') sender = address;
    const [, code, dsn = null, text] = REPLY.exec(reply) ?? [];
    if (verb === 'RCPT TO' && code === undefined) taken.push(address);
    if (code === undefined || SILENT.test(reply)) continue;
    const recipient = verb === 'RCPT TO' ? address : taken.length === 1 ? (taken[0] ?? null) : null;
    seen.push({ clientAddress: client, action: 'reject', code: Number(code), dsn, text, sender, recipient });
  }
  return seen;
}

/** cleanup writes no code: its client sees that of the reply, 550 for all that is not to be tried again. */
const withCode = (event: Rejection): Rejection => ({
  ...event,
  code:
    event.daemon.endsWith('/cleanup') && event.action === 'reject'
      ? event.dsn?.startsWith('4')
        ? 451
        : 550
      : event.code,
});

const reason = whyNoPostfix();
if (reason !== null) console.log(`No real Postfix was driven: ${reason}.`);

describe.skipIf(reason !== null)(`a real Postfix${reason === null ? '' : `, skipped: ${reason}`}`, () => {
  const events: Rejection[] = [];
  const sightings: Sighting[] = [];
  let exchanges: Exchange[][] = [];
  let unparsed = 0;

  beforeAll(() => {
    const run = runPostfix(STORIES.map(({ session }) => session));
    exchanges = run.exchanges;
    const parser = createByteParser(
      { zone: 'UTC', firstYear: 'latest-before', referenceMs: Date.now() },
      {
        refusal: (found) => events.push(withCode(found.toRejection())),
        unparsed: () => unparsed++,
        sighting: (sighting) => sightings.push(sighting),
      },
    );
    parser.push(run.log);
    parser.end();
  });

  test.each(STORIES.map((story, at) => ({ ...story, at })))('$title', ({ session, unseen = [], silent = 0, at }) => {
    const said = exchanges[at] ?? [];
    const found = events.filter(({ clientAddress }) => clientAddress === session.client);
    expect(found).toMatchObject([...listSeen(session.client, said), ...unseen]);
    const { client } = session;
    if (client !== HURRIED) expect(said.filter(({ reply }) => SILENT.test(reply))).toHaveLength(silent);
  });

  test('nothing else is a refusal, and nothing is not understood', () => {
    const known = new Set(STORIES.map(({ session }) => session.client));
    expect(events.filter(({ clientAddress }) => !known.has(clientAddress ?? ''))).toEqual([]);
    expect(unparsed).toBe(0);
    // The stories must not all have come to nothing.
    expect(events.length).toBeGreaterThan(40);
  });

  test('mail that was accepted and clients that stood out are seen', () => {
    const clientOf = (title: string) => STORIES.find((story) => story.title === title)?.session.client;
    const kinds = (title: string) =>
      sightings
        .filter(({ address }) => address === clientOf(title))
        .map(({ kind, messages, recipients }) => `${kind} ${messages} ${recipients}`);
    expect(kinds('accepted, for two')).toEqual(['accepted 1 1', 'accepted 0 1']);
    expect(kinds('a header that is only noted')).toEqual(['accepted 1 1']);
    expect(kinds('held')).toEqual([]);
    expect(kinds('before the greeting')).toEqual(['pregreet 1 0']);
    expect(kinds('not SMTP')).toEqual(['protocol-error 1 0']);
    expect(kinds('not SMTP, to postscreen')).toEqual(['protocol-error 1 0']);
    expect(kinds('too often')).toEqual(['rate-limit 1 0']);
  });
});
