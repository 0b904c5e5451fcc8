import { expect, test } from 'vitest';
import type { Action, Rejection } from '@/lib/model';
import { createRandom } from './fixtures/random';
import { ACTIONS, STAGES } from './formats/postfix';
import { createByteParser } from './parser';

type Random = (below: number) => number;

/** A refusal as Postfix knows it before it writes it; addresses in external form. */
interface Refused {
  daemon: string;
  queueId: string | null;
  action: Action;
  stage: string;
  clientName: string;
  clientAddress: string;
  code: number | null;
  dsn: string | null;
  text: string;
  sender: string | null;
  recipient: string | null;
  proto: string | null;
  helo: string | null;
  saslUsername: string | null;
}

const SPECIAL = [
  ' ',
  '<',
  '>',
  ';',
  ',',
  '(',
  ')',
  ':',
  '"',
  '\\',
  '[',
  ']',
  '@',
  '\t',
  '花',
  '\u00e9',
  '\u202e',
  '=',
  '?',
  '; ',
  '> ',
  '; from=<',
  ' to=<',
  '> to=<v@v.example> proto=ESMTP helo=<',
  '; proto=SMTP helo=<',
  ' from v[203.0.113.1]: ',
  ' helo=<',
  ' sasl_username=',
  ': 550 5.7.1 ',
  'blocked using x.example',
  ', to=<',
  '], ',
  '"@',
];
const PLAIN = ['a', 'b1', 'info', 'x-y', '.n', '+err1001', '=', '_'];

function pick<T>(random: Random, list: readonly T[], otherwise: T): T {
  return list[random(list.length)] ?? otherwise;
}

function writeText(random: Random, parts: readonly string[], most: number): string {
  return Array.from({ length: 1 + random(most) }, () => pick(random, parts, 'a')).join('');
}

/** An address in external form: a local part with special characters in it is quoted (RFC 5321, 4.1.2). */
function writeAddress(random: Random): string {
  if (random(8) === 0) return '';
  const odd = random(2) === 0;
  const local = odd ? writeText(random, [...SPECIAL, ...PLAIN], 8) : writeText(random, PLAIN, 4);
  const quoted = odd ? `"${local.replace(/["\\]/g, '\\$&')}"` : local;
  return `${quoted}@${pick(random, ['x.example', 'mail.b.example', '花.example', '[192.0.2.1]'], 'x.example')}`;
}

/** smtpd writes `?` for what could end a greeting's name, but at the greeting itself. */
function cleanHelo(name: string): string {
  return name.replace(/[ <>()\\";@\t]/g, '?');
}

function writeReply(random: Random): string {
  const texts = [
    'no',
    '<a; from=<v@v.example> to=<w@w.example> proto=ESMTP helo=<h>@x.example>: Sender address rejected: x',
    'Service unavailable; Client host [192.0.2.9] blocked using bl.test.example; see https://test.example/?q=<a>;b',
    'x; from=<v@v.example> to=<w@w.example> proto=ESMTP helo=<h>',
    'x; from=<v@v.example>, to=<w@w.example>, proto=ESMTP, helo=<h>',
    `p ${writeText(random, [...SPECIAL, ...PLAIN], 10).replaceAll('\t', '?')} q`,
  ];
  return pick(random, texts, 'no');
}

/** At the greeting the site's words are short, or quote the name. */
function writeGreetingReply(random: Random, helo: string): string {
  return pick(random, [`<${helo}>: Helo command rejected: Host not found`, 'Command rejected; see b.example'], 'no');
}

function makeRefused(random: Random, action: Action, stage: string, postscreen: boolean): Refused {
  const greeting = stage === 'HELO' || stage === 'EHLO';
  const early = greeting || stage === 'CONNECT';
  const helo = writeText(random, [...SPECIAL, ...PLAIN], 5);
  const greeted = helo.replaceAll('\t', '?');
  const coded = action.includes('reject') || action === 'hangup';
  const address = (): string => (postscreen ? writeAddress(random).replaceAll('\t', '?') : writeAddress(random));
  return {
    daemon: postscreen ? 'postfix/postscreen' : pick(random, ['postfix/smtpd', 'postfix-in/submission/smtpd'], ''),
    queueId: postscreen ? null : pick(random, [null, '1A3F00A1B2', '4cXKnY1zFQz9s1'], null),
    action,
    stage,
    clientName: postscreen ? '' : pick(random, ['unknown', 'm.x.example', 'reject.RCPT.from.v.example'], 'unknown'),
    clientAddress: pick(random, ['192.0.2.9', '2001:db8::9', '198.51.100.255'], '192.0.2.9'),
    code: coded ? pick(random, [421, 450, 550, 554], 550) : null,
    dsn: coded ? pick(random, ['4.7.1', '5.7.1', '5.7.25'], '5.7.1') : null,
    text: greeting ? writeGreetingReply(random, greeted) : writeReply(random),
    sender: early ? null : address(),
    recipient: early || stage === 'MAIL' ? null : address(),
    proto: pick(random, ['SMTP', 'ESMTP'], 'SMTP'),
    helo: stage === 'CONNECT' ? null : greeting ? greeted : postscreen ? helo.replace(/[ \t]/g, '') : cleanHelo(helo),
    saslUsername: early || postscreen ? null : pick(random, [null, 'bob', 'bob@b.example'], null),
  };
}

/** As `log_whatsup` of smtpd, `psc_rcpt_cmd` of postscreen and the milter's code write it. */
function render(refused: Refused, random: Random): string {
  const { action, stage, clientName, clientAddress, code, dsn, text, sender, recipient, proto, helo } = refused;
  const id = refused.queueId ?? 'NOQUEUE';
  const postscreen = refused.daemon.endsWith('postscreen');
  const reply = [code, dsn, text].filter((part) => part !== null).join(' ');
  const parts = [
    sender === null ? null : `from=<${sender}>`,
    recipient === null ? null : `to=<${recipient}>`,
    proto === null ? null : `proto=${proto}`,
    helo === null ? null : `helo=<${helo}>`,
  ].filter((part) => part !== null);
  const login = refused.saslUsername;
  const logins = [` sasl_username=<${login}>`, ` sasl_method=PLAIN sasl_username=${login}`];
  const sasl = login === null ? '' : pick(random, logins, '');
  const stamp = pick(random, ['Nov  4 05:14:21', '2026-11-04T05:14:21.435728+00:00'], '');
  const port = postscreen ? ':41234' : pick(random, ['', ':25'], '');
  const from = ` from ${clientName}[${clientAddress}]${port}`;
  return `${stamp} mx1 ${refused.daemon}[5]: ${id}: ${action}: ${stage}${from}: ${reply}; ${parts.join(postscreen ? ', ' : ' ')}${sasl}`;
}

function parse(input: Buffer, cuts: readonly number[] = []): Array<Rejection | string> {
  const found: Array<Rejection | string> = [];
  const options = { zone: 'UTC', firstYear: 2026, referenceMs: 0 };
  const parser = createByteParser(options, {
    refusal: (refusal) => found.push(refusal.toRejection()),
    unparsed: ({ reason }) => found.push(reason),
    sighting: ({ kind, address }) => found.push(`${kind} ${address}`),
  });
  let start = 0;
  for (const cut of [...cuts, input.length]) {
    parser.push(input.subarray(start, cut));
    start = cut;
  }
  parser.end();
  return found;
}

// Ordinary lines before them, so that few lines are not taken for pasted text.
const NOISE = 'Nov  4 05:14:20 mx1 postfix/anvil[1]: statistics: max cache size 1 at Nov  4 05:14:20\n'.repeat(800);
const MATRIX = ACTIONS.filter((action) => action !== 'proxy-reject').flatMap((action) =>
  STAGES.map((stage) => ({ action, stage })),
);

test.each([1, 2, 3, 4, 8, 9, 10, 11])(
  'what is rendered as Postfix does is read back, whatever is in it (seed %i)',
  (seed) => {
    const random = createRandom(seed);
    const wanted = [
      ...MATRIX.flatMap(({ action, stage }) =>
        Array.from({ length: 5 }, () => makeRefused(random, action, stage, false)),
      ),
      ...Array.from({ length: 300 }, () => makeRefused(random, 'reject', 'RCPT', true)),
    ];
    const lines = wanted.map((refused) => render(refused, random));
    const found = parse(Buffer.from(NOISE + lines.join('\n')));
    expect(found).toHaveLength(wanted.length);
    found.forEach((rejection, i) => {
      const { clientName, ...rest } = wanted[i] ?? { clientName: '' };
      const named = clientName === '' || clientName === 'unknown' ? null : clientName;
      expect(rejection, lines[i]).toMatchObject({ ...rest, clientName: named });
    });
  },
);

test.each([5, 6])('cut anywhere it is the same (seed %i)', (seed) => {
  const random = createRandom(seed);
  const lines = MATRIX.flatMap(({ action, stage }) => [
    `Nov  4 05:14:21 mx1 postfix/smtpd[${random(9)}]: connect from m${random(9)}.x.example[192.0.2.${random(250)}]`,
    render(makeRefused(random, action, stage, false), random),
    `Nov  4 05:14:21 mx1 postfix/smtpd[${random(9)}]: proxy-reject: END-OF-MESSAGE: 554 5.7.0 no; from=<> to=<r@b.example> proto=SMTP helo=<h>`,
    `Nov  4 05:14:21 mx1 postfix/smtpd[${random(9)}]: disconnect from m.x.example[192.0.2.1]`,
  ]);
  const input = Buffer.from(`${NOISE}${lines.join('\n')}\n`);
  const whole = parse(input);
  expect(whole.length).toBeGreaterThan(2 * MATRIX.length - 1);
  const joined = whole.filter(
    (found) => typeof found === 'object' && found.action === 'proxy-reject' && found.clientAddress,
  );
  expect(joined.length).toBeGreaterThan(20);
  const cuts = Array.from({ length: 4000 }, () => random(input.length)).sort((a, b) => a - b);
  expect(parse(input, cuts)).toEqual(whole);
});

test('lines damaged at random are read, or are not, and never throw', () => {
  const random = createRandom(7);
  const lines = MATRIX.map(({ action, stage }) =>
    Buffer.from(render(makeRefused(random, action, stage, random(3) === 0), random)),
  );
  const damaged = Array.from({ length: 6000 }, () => {
    const line = Buffer.from(pick(random, lines, Buffer.alloc(0)));
    for (let i = 1 + random(4); i > 0; i--) line[random(line.length)] = random(256);
    return line.subarray(0, random(4) === 0 ? random(line.length) : line.length);
  });
  const found = parse(Buffer.concat([Buffer.from(NOISE), ...damaged.flatMap((line) => [line, Buffer.from('\n')])]));
  expect(found.length).toBeGreaterThan(3000);
  for (const one of found) {
    if (typeof one === 'object') expect(ACTIONS).toContain(one.action);
  }
});
