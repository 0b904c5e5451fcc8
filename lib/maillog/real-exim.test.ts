import { beforeAll, describe, expect, test } from 'vitest';
import type { Rejection, Sighting } from '@/lib/model';
import { PORT, runExim, whyNoExim } from './fixtures/real-exim';
import type { Exchange, Session } from './fixtures/real-server';
import { listRefused } from './fixtures/real-sessions';
import { createByteParser } from './parser';

interface Story {
  title: string;
  session: Session;
  /** Refusals that the client does not see, in part. */
  unseen: Array<Partial<Rejection>>;
  /** Replies that Exim has no line for. */
  silent: number;
  /** What its line says otherwise than the client did, or not at all. */
  line: Partial<Rejection>;
}

const GREETING = 'EHLO mx.x.example';
let clients = 100;

/** A session of a client of its own. */
function tell(
  title: string,
  commands: string[],
  {
    unseen = [],
    silent = 0,
    line = {},
    ...more
  }: Partial<Session> & Partial<Pick<Story, 'unseen' | 'silent' | 'line'>> = {},
): Story {
  const session = { port: PORT, client: `192.0.2.${++clients}`, commands, ...more };
  return { title, session, unseen, silent, line };
}

const mail = (sender: string, ...rest: string[]) => [GREETING, `MAIL FROM:<${sender}>`, ...rest];
const to = (recipient: string, sender = 's@x.example') => mail(sender, `RCPT TO:<${recipient}>`);
const send = (sender: string, text: string) => [...to('r@b.example', sender), 'DATA', `${text}\r\n.`];

const STORIES: Story[] = [
  tell('relaying', to('r@far.example')),
  tell('relaying from nobody', to('r@far.example', '')),
  tell('a client of IPv6', to('closed@b.example'), { client: '2001:db8::9' }),
  tell('an unknown mailbox', to('nobody@b.example')),
  tell('a mailbox closed, three times in a second', [
    ...to('closed@b.example'),
    'RCPT TO:<closed@b.example>',
    'RCPT TO:<closed@b.example>',
  ]),
  tell('one good recipient and two bad ones', [
    ...to('r@b.example'),
    'RCPT TO:<closed@b.example>',
    'RCPT TO:<full@b.example>',
  ]),
  tell('a reason that is not the client’s', to('told@b.example')),
  // Which of the two records is the server's is not to be told: it is reported instead.
  tell('a reason that imitates a record', to('odd@b.example'), { silent: 1 }),
  tell('a block list', to('listed@b.example')),
  tell('dropped', to('drop@b.example')),
  tell('discarded', to('trap@b.example'), {
    unseen: [{ action: 'discard', stage: 'RCPT', recipient: 'trap@b.example' }],
  }),
  tell('a sender refused', mail('spam@x.example')),
  tell('a sender put off', mail('slow@x.example')),
  tell('a sender that cannot be written to', to('r@b.example', 's@nowhere.example')),
  tell('a sender without a domain', mail('spam')),
  tell('a recipient without a domain', mail('s@x.example', 'RCPT TO:<r>'), { line: { sender: null } }),
  tell('a sender with blanks', to('closed@b.example', '"a> b"@x.example')),
  tell('a sender that imitates', to('closed@b.example', '"x> rejected RCPT <c@d.example>: H=[203.0.113.5]"@x.example')),
  tell('a bad name', ['EHLO bad.helo.example'], { line: { stage: 'HELO' } }),
  tell('a bad name, with HELO', ['HELO bad.helo.example']),
  tell('a name that cannot be', ['EHLO a_b c']),
  tell('a name that imitates', ['EHLO x) [203.0.113.5] F=<a@b.example> rejected RCPT <c@d.example>: no']),
  tell('a client refused', [], { client: '192.0.2.66' }),
  tell('a client put off', [], { client: '192.0.2.67' }),
  tell('a client that is not let in', [], { client: '192.0.2.68' }),
  tell('before the greeting', [], { early: GREETING, client: '192.0.2.69' }),
  tell('too large, as it says', [GREETING, 'MAIL FROM:<s@x.example> SIZE=99999']),
  tell('too large', send('s@x.example', `Subject: x\r\n\r\n${'many words '.repeat(400)}`)),
  tell('no data', [...to('r@b.example', 'data@x.example'), 'DATA'], { line: { sender: null } }),
  tell('refused at the end', send('s@x.example', 'Subject: viagra')),
  tell('put off at the end', send('s@x.example', 'Subject: later')),
  tell('gone at the end', send('s@x.example', 'Subject: void'), {
    unseen: [{ action: 'discard', stage: 'END-OF-MESSAGE' }],
  }),
  tell('accepted, for two', [...to('r@b.example'), 'RCPT TO:<q@b.example>', 'DATA', 'Subject: hello\r\n\r\n.']),
  tell('a question', [GREETING, 'VRFY r@b.example'], { unseen: [{ action: 'reject', stage: 'VRFY' }] }),
  tell('errors without a line', [GREETING, 'RCPT TO:<r@b.example>', 'DATA'], { silent: 2 }),
  tell('not SMTP', [GREETING, 'GET / HTTP/1.1', 'Host: x', 'Accept: y'], {
    silent: 3,
    unseen: [{ action: 'hangup', stage: 'UNKNOWN' }],
  }),
];

const reason = whyNoExim();
if (reason !== null) console.log(`No real Exim was driven: ${reason}.`);

describe.skipIf(reason !== null)(`a real Exim${reason === null ? '' : `, skipped: ${reason}`}`, () => {
  let run: ReturnType<typeof runExim>;
  let both: Found;

  beforeAll(() => {
    run = runExim(STORIES.map(({ session }) => session));
    both = read(Buffer.concat([run.mainlog, run.rejectlog]));
  });

  test.each(STORIES.map((story, at) => ({ ...story, at })))('$title', ({ session, unseen, silent, line, at }) => {
    const said: Exchange[] = run.exchanges[at] ?? [];
    const found = both.events.filter(({ clientAddress }) => clientAddress === session.client);
    const seen = listRefused(session.client, said).map((refusal) => ({ ...refusal, ...line }));
    expect(found).toMatchObject([...seen.slice(0, seen.length - silent), ...unseen]);
  });

  test('nothing else is a refusal, and nothing is not understood', () => {
    const known = new Set(STORIES.map(({ session }) => session.client));
    expect(both.events.filter(({ clientAddress }) => !known.has(clientAddress ?? ''))).toEqual([]);
    expect(both.unparsed).toMatchObject([expect.stringContaining('RCPT <odd@b.example>')]);
    // The stories must not all have come to nothing.
    expect(both.events.length).toBeGreaterThan(30);
  });

  test('what the rejectlog repeats counts once, in either order, and what only it has counts', () => {
    const [main, reject] = [read(run.mainlog).events, read(run.rejectlog).events];
    const keyOf = ({ timeMs, clientAddress, stage, recipient, text }: Rejection) =>
      [timeMs, clientAddress, stage, recipient, text].join(' ');
    const inMain = new Set(main.map(keyOf));
    const only = reject.filter((event) => !inMain.has(keyOf(event)));
    // Exim writes these into the rejectlog alone.
    expect(only.map(({ text }) => text)).toEqual(['unqualified sender', 'unqualified recipient']);
    expect(reject.length).toBeGreaterThan(25);
    expect(both.events).toHaveLength(main.length + only.length);
    expect(read(Buffer.concat([run.rejectlog, run.mainlog])).events).toHaveLength(main.length + only.length);
  });

  test('mail that was accepted is seen', () => {
    const client = STORIES.find(({ title }) => title === 'accepted, for two')?.session.client;
    const accepted = both.sightings.filter(({ kind }) => kind === 'accepted');
    expect(accepted.map(({ address, messages, recipients }) => [address, messages, recipients])).toEqual([
      [client, 1, 1],
      [client, 0, 1],
    ]);
  });
});

interface Found {
  events: Rejection[];
  sightings: Sighting[];
  unparsed: string[];
}

function read(log: Buffer): Found {
  const found: Found = { events: [], sightings: [], unparsed: [] };
  const parser = createByteParser(
    { zone: 'UTC', firstYear: 'latest-before', referenceMs: Date.now() },
    {
      refusal: (refusal) => found.events.push(refusal.toRejection()),
      unparsed: (_, raw) => found.unparsed.push(Buffer.from(raw).toString()),
      sighting: (sighting) => found.sightings.push(sighting),
    },
  );
  parser.push(log);
  parser.end();
  return found;
}
