import { expect, test } from 'vitest';
import { AcceptedMail } from './formats/postfix-accepted';
import { createByteParser } from './parser';

const AT = 'Nov  4 05:14:21 mx1 ';
const TAIL = 'from=<s@x.example>, to=<r@b.example>, proto=ESMTP, helo=<pc>';
const PROXY = '554 5.7.0 no; from=<s@x.example> to=<r@b.example> proto=ESMTP helo=<pc>';

interface Found {
  clients: Array<string | null>;
  lists: Array<string | null>;
  sightings: string[];
  reasons: string[];
}

function parse(lines: readonly string[], chunk = 1 << 16): Found {
  const found: Found = { clients: [], lists: [], sightings: [], reasons: [] };
  const parser = createByteParser(
    { zone: 'UTC', firstYear: 2026, referenceMs: 0 },
    {
      refusal: (refusal) => {
        const { clientAddress, dnsbl } = refusal.toRejection();
        found.clients.push(clientAddress);
        found.lists.push(dnsbl);
      },
      unparsed: ({ reason }) => found.reasons.push(reason),
      sighting: ({ kind, address, messages, recipients }) =>
        found.sightings.push(`${kind} ${address} ${messages} ${recipients}`),
    },
  );
  const bytes = Buffer.from(lines.map((line) => `${AT}${line}\n`).join(''));
  // One buffer for all chunks, as a file is read: what stands in it is gone with the next one.
  const buffer = Buffer.alloc(chunk);
  for (let at = 0; at < bytes.length; at += chunk) {
    const length = bytes.copy(buffer, 0, at);
    parser.push(buffer.subarray(0, length));
  }
  parser.end();
  return found;
}

const address = (i: number) => `198.18.${i >> 8}.${i & 255}`;

test.each([7, 300, 65_536, 1 << 20])('a session outlasts the bytes it was read from (chunks of %i)', (chunk) => {
  const pids = Array.from({ length: 900 }, (_, i) => i + 1);
  const { clients } = parse(
    [
      ...pids.map((i) => `postfix/smtpd[${i}]: connect from m.x.example[${address(i)}]`),
      ...Array.from({ length: 2000 }, () => 'postfix/anvil[1]: statistics: max cache size 1 at Nov  4 05:14:20'),
      ...pids.map((i) => `postfix/smtpd[${i}]: proxy-reject: END-OF-MESSAGE: ${PROXY}`),
    ],
    chunk,
  );
  expect(clients).toEqual(pids.map(address));
});

test('a process in the place of another is not taken for it', () => {
  const { clients } = parse([
    'postfix/smtpd[1]: connect from m.x.example[192.0.2.1]',
    'postfix/smtpd[4097]: connect from m.x.example[192.0.2.2]',
    `postfix/smtpd[1]: proxy-reject: END-OF-MESSAGE: ${PROXY}`,
    `postfix/smtpd[4097]: proxy-reject: END-OF-MESSAGE: ${PROXY}`,
    `postfix/smtpd[8193]: proxy-reject: END-OF-MESSAGE: ${PROXY}`,
    `postfix/smtpd: proxy-reject: END-OF-MESSAGE: ${PROXY}`,
    `postfix/smtpd[5]: connect from ${'m'.repeat(2000)}[192.0.2.3]`,
    `postfix/smtpd[5]: proxy-reject: END-OF-MESSAGE: ${PROXY}`,
  ]);
  expect(clients).toEqual([null, '192.0.2.2', null, null, null]);
});

test('4,096 listings are remembered, the oldest is forgotten', () => {
  const refuse = (i: number) =>
    `postfix/postscreen[7]: NOQUEUE: reject: RCPT from [${address(i)}]:25: 550 5.5.1 Protocol error; ${TAIL}`;
  const listings = Array.from(
    { length: 4097 },
    (_, i) => `postfix/dnsblog[8]: addr ${address(i)} listed by domain bl.test.example as 127.0.0.2`,
  );
  const { lists } = parse([...listings, refuse(0), refuse(1), refuse(4096), refuse(4097)]);
  expect(lists).toEqual([null, 'bl.test.example', 'bl.test.example', null]);
});

test('65,536 messages are remembered, the oldest is forgotten', () => {
  const mail = new AcceptedMail();
  for (let i = 0; i <= 65_536; i++) mail.enter(`Q${i}`, 'mx1', address(i & 0xffff));
  expect(mail.deliver('Q0', 'mx1')).toBeNull();
  expect(mail.deliver('Q1', 'mx1')).toEqual({ address: address(1), first: true });
  expect(mail.deliver('Q1', 'mx1')).toEqual({ address: address(1), first: false });
  expect(mail.deliver('Q1', 'mx2')).toBeNull();
});

test('what a filter brings back in parts is one message', () => {
  const mail = new AcceptedMail();
  mail.enter('A', 'mx1', '192.0.2.1');
  mail.comeBack('B', 'mx1', 'A', '192.0.2.1');
  mail.comeBack('C', 'mx1', 'A', '192.0.2.1');
  expect([mail.deliver('A', 'mx1'), mail.deliver('B', 'mx1'), mail.deliver('C', 'mx1')]).toEqual([
    null,
    { address: '192.0.2.1', first: true },
    { address: '192.0.2.1', first: false },
  ]);
});

const C = 'm.x.example[192.0.2.9]';
const LONG: Array<[string, string[]]> = [
  [`postfix/smtpd[5]: warning: ${C}: SASL LOGIN authentication failed: `, ['auth-failure 192.0.2.9 1 0']],
  [`postfix/smtpd[5]: warning: Connection rate limit exceeded: 9 from ${C} for service `, ['rate-limit 192.0.2.9 1 0']],
  [`postfix/smtpd[5]: warning: non-SMTP command from ${C}: `, ['protocol-error 192.0.2.9 1 0']],
  [`postfix/smtpd[5]: improper command pipelining after EHLO from ${C}: `, ['protocol-error 192.0.2.9 1 0']],
  ['postfix/smtpd[5]: too many errors after DATA (', []],
  ['postfix/smtpd[5]: warning: ', []],
  ['postfix/smtpd[5]: 1A3F00A1B2: client=', []],
  ['postfix/smtpd[5]: connect from ', []],
  ['postfix/postscreen[5]: PREGREET 9 after 0.1 from [192.0.2.9]:25: ', ['pregreet 192.0.2.9 1 0']],
  ['postfix/postscreen[5]: PREGREET ', []],
  ['postfix/postscreen[5]: DNSBL rank 9 for [192.0.2.9]:25', ['dnsbl-listed 192.0.2.9 1 0']],
  ['postfix/postscreen[5]: NON-SMTP COMMAND from [192.0.2.9]:25 after CONNECT: ', ['protocol-error 192.0.2.9 1 0']],
  ['postfix/dnsblog[5]: addr ', []],
  ['postfix/qmgr[5]: ', []],
  ['postfix/lmtp[5]: 1A3F00A1B2: to=<', []],
  ['postfix/lmtp[5]: 1A3F00A1B2: to=<r@b.example>, relay=', []],
  ['postgrey[5]: action=greylist, reason=', []],
];

test.each(LONG)('a long line that begins %j is read, and a longer one is not', (start, expected) => {
  for (const fill of ['x', ' ', '1', '"', '<', ', ', ': ', ' from a[192.0.2.1]', ', status=', 'A1'.repeat(9)]) {
    const ordinary = 'postfix/anvil[1]: statistics: max cache size 1 at Nov  4 05:14:20';
    const read = parse([ordinary, ordinary, `${start}\u0001${fill.repeat(60_000 / fill.length)}`, ordinary]);
    expect([read.sightings, read.clients]).toEqual([expected, []]);
    const { sightings, reasons } = parse([ordinary, ordinary, `${start}${fill.repeat(1_000_000 / fill.length)}`]);
    expect([sightings, reasons]).toEqual([[], ['over-long']]);
  }
});

test('a parser without a taker of sightings looks for none, and finds the same refusals', () => {
  const lines = [
    'postfix/smtpd[1]: connect from m.x.example[192.0.2.1]',
    `postfix/smtpd[1]: proxy-reject: END-OF-MESSAGE: ${PROXY}`,
  ];
  const found: Array<string | null> = [];
  const parser = createByteParser(
    { zone: 'UTC', firstYear: 2026, referenceMs: 0 },
    { refusal: ({ address: client }) => found.push(client), unparsed: () => expect.unreachable() },
  );
  parser.push(Buffer.from(lines.map((line) => `${AT}${line}\n`).join('')));
  parser.end();
  expect(found).toEqual(['192.0.2.1']);
});
