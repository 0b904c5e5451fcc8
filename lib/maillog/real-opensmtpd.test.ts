import { beforeAll, describe, expect, test } from 'vitest';
import type { Rejection, Sighting } from '@/lib/model';
import { PORT, runOpenSmtpd, whyNoOpenSmtpd } from './fixtures/real-opensmtpd';
import type { Exchange, Session } from './fixtures/real-server';
import { listRefused } from './fixtures/real-sessions';
import { createByteParser } from './parser';

interface Story {
  title: string;
  session: Session;
}

const GREETING = 'EHLO mx.x.example';
let clients = 100;

/** A session of a client of its own. */
function tell(title: string, commands: string[], more: Partial<Session> = {}): Story {
  return { title, session: { port: PORT, client: `192.0.2.${++clients}`, commands, ...more } };
}

const mail = (sender: string, ...rest: string[]) => [GREETING, `MAIL FROM:<${sender}>`, ...rest];
const to = (recipient: string, sender = 's@x.example') => mail(sender, `RCPT TO:<${recipient}>`);
const send = (sender: string, text: string) => [...to('r@b.example', sender), 'DATA', `${text}\r\n.`];

const STORIES: Story[] = [
  tell('relaying', to('r@far.example')),
  tell('relaying from nobody', to('r@far.example', '')),
  tell('a client of IPv6', to('r@far.example'), { client: '2001:db8::9' }),
  tell('an unknown mailbox', to('nobody@b.example')),
  tell('a mailbox closed, twice', [...to('closed@b.example'), 'RCPT TO:<closed@b.example>']),
  tell('one good recipient and a bad one', [...to('r@b.example'), 'RCPT TO:<closed@b.example>']),
  tell('a farewell', to('bye@b.example')),
  tell('a reply with quotes', to('odd@b.example')),
  tell('a sender refused', mail('spam@x.example')),
  tell('a sender put off', mail('slow@x.example')),
  tell('a sender that imitates', mail('"a\\" result=\\"550 b"@x.example', 'RCPT TO:<r@far.example>')),
  tell('a recipient that imitates', to('"x> result=\\"550 y\\""@far.example')),
  tell('a path that is none', [GREETING, 'MAIL FROM:s', 'RCPT TO:<r@b.example>']),
  tell('a bad name', ['EHLO bad.helo.example']),
  tell('a bad name, with HELO', ['HELO bad.helo.example']),
  tell('no name', ['EHLO']),
  tell('a client refused', [], { client: '192.0.2.66' }),
  tell('before the greeting', [], { early: GREETING, client: '192.0.2.69' }),
  tell('too large, as it says', [GREETING, 'MAIL FROM:<s@x.example> SIZE=99999']),
  tell('too large', send('s@x.example', `Subject: x\r\n\r\n${'many words\r\n'.repeat(500)}`)),
  tell('no data', [...to('r@b.example', 'data@x.example'), 'DATA']),
  tell('refused at the end', send('eod@x.example', 'Subject: x')),
  tell('accepted, for two', [...to('r@b.example'), 'RCPT TO:<q@b.example>', 'DATA', 'Subject: hello\r\n\r\n.']),
  tell('errors', [GREETING, 'RCPT TO:<r@b.example>', 'DATA']),
  tell('a login that is not offered', [GREETING, 'AUTH PLAIN AGEAYg==']),
  tell('not SMTP', ['GET / HTTP/1.1', 'Host: x']),
];

/** Its line tells the command that failed, and nothing of those before; of a message it names DATA. */
const asLogged = (refusal: Partial<Rejection>): Partial<Rejection> => ({
  ...refusal,
  sender: refusal.stage === 'MAIL' ? refusal.sender : null,
  stage: refusal.stage === 'END-OF-MESSAGE' ? 'DATA' : refusal.stage,
});

const reason = whyNoOpenSmtpd();
if (reason !== null) console.log(`No real OpenSMTPD was driven: ${reason}.`);

describe.skipIf(reason !== null)(`a real OpenSMTPD${reason === null ? '' : `, skipped: ${reason}`}`, () => {
  const events: Rejection[] = [];
  const sightings: Sighting[] = [];
  let exchanges: Exchange[][] = [];
  let unparsed = 0;

  beforeAll(() => {
    const run = runOpenSmtpd(STORIES.map(({ session }) => session));
    exchanges = run.exchanges;
    const parser = createByteParser(
      { zone: 'UTC', firstYear: 2026, referenceMs: 0 },
      {
        refusal: (found) => events.push(found.toRejection()),
        unparsed: () => unparsed++,
        sighting: (sighting) => sightings.push(sighting),
      },
    );
    // In the foreground it writes what it sends to syslog; the stamp is ours.
    parser.push(Buffer.from(run.messages.map((text) => `Nov 24 05:14:21 mx1 smtpd[9]: ${text}\n`).join('')));
    parser.end();
  });

  test.each(STORIES.map((story, at) => ({ ...story, at })))('$title', ({ session, at }) => {
    const found = events.filter(({ clientAddress }) => clientAddress === session.client);
    expect(found).toMatchObject(listRefused(session.client, exchanges[at] ?? []).map(asLogged));
  });

  test('nothing else is a refusal, and nothing is not understood', () => {
    const known = new Set(STORIES.map(({ session }) => session.client));
    expect(events.filter(({ clientAddress }) => !known.has(clientAddress ?? ''))).toEqual([]);
    expect(unparsed).toBe(0);
    // The stories must not all have come to nothing.
    expect(events.length).toBeGreaterThan(20);
  });

  test('mail that was accepted is seen', () => {
    const client = STORIES.find(({ title }) => title === 'accepted, for two')?.session.client;
    expect(sightings).toMatchObject([{ kind: 'accepted', address: client, messages: 1, recipients: 2 }]);
  });
});
