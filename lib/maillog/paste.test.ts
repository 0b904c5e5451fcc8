import { describe, expect, test } from 'vitest';
import type { Rejection } from '@/lib/model';
import { createParser, type ParseSummary } from './parser';
import { looksPasted } from './paste';

const refusal = (day: number, to: string, address: string, sender = `rainbow+err${day}1@mail.cast.example`) =>
  `Nov  ${day} 05:14:21 mx1 postfix/smtpd[1234]: NOQUEUE: reject: RCPT from unknown[${address}]: 450 4.7.1 Client host rejected: cannot find your hostname, [${address}]; from=<${sender}> to=<${to}> proto=ESMTP helo=<mx.cast.example>`;
const CLEAN = [
  refusal(4, 'books@hanako.example', '198.18.64.10'),
  refusal(5, 'tea@hanako.example', '198.18.64.11'),
  'Nov  5 05:14:22 mx1 postfix/smtpd[1234]: disconnect from unknown[198.18.64.11]',
  refusal(6, 'tea@hanako.example', '198.18.64.12', ''),
  'Nov  7 05:14:21 mx1 postfix/smtpd[1234]: NOQUEUE: reject: RCPT from m.x.example[198.18.64.13]: 550 5.1.1 <books@hanako.example>: Recipient address rejected: unknown; from=<s@x.example> to=<books@hanako.example> proto=SMTP helo=<m.x.example>',
];

function parse(
  text: string,
  cut = 1 << 30,
): {
  events: Array<Omit<Rejection, 'line' | 'offset' | 'length'>>;
  places: number[][];
  raws: string[];
  summary: ParseSummary;
} {
  const events = [];
  const places: number[][] = [];
  const raws: string[] = [];
  const bytes = Buffer.from(text);
  const found: Rejection[] = [];
  const parser = createParser(
    { zone: 'Asia/Tokyo', firstYear: 2026, referenceMs: 0 },
    {
      rejection(rejection, raw) {
        found.push(rejection);
        raws.push(Buffer.from(raw).toString());
        expect(Buffer.from(raw)).toEqual(bytes.subarray(rejection.offset, rejection.offset + rejection.length));
      },
      unparsed: ({ reason }) => expect.unreachable(reason),
    },
  );
  for (let at = 0; at < bytes.length; at += cut) parser.push(bytes.subarray(at, at + cut));
  const summary = parser.end();
  for (const { line, offset, length, ...event } of found) {
    places.push([line, offset, length]);
    events.push(event);
  }
  return { events, places, raws, summary };
}

const clean = parse(CLEAN.join('\n'));

describe('pasted text gives the events of the clean log', () => {
  const spoil = (line: string) =>
    line
      .replace(/<([^>@]*)@/g, '<$1 @')
      .replace('helo=<', 'helo= <')
      .replace('from=<>', 'from=< >');
  const damages: Array<[string, string]> = [
    ['run together with blanks', CLEAN.join(' ')],
    ['run together without', CLEAN.join('')],
    ['blanks inside brackets', CLEAN.map(spoil).join('\n')],
    ['both, blanks collapsed', CLEAN.map(spoil).join(' ').replace(/ +/g, ' ')],
    ['no-break spaces', CLEAN.map(spoil).join('  ').replaceAll(' @', '\u00a0@')],
    ['CR LF, prose and a BOM', `\ufeffSee here: ${CLEAN.map(spoil).join('\r\n')}\r\nWhat now?`],
  ];
  test.each(damages)('%s', (_, text) => {
    const { events, summary } = parse(text);
    expect(events).toEqual(clean.events);
    expect(summary.pasted).toBe(true);
    expect(parse(text, 7)).toEqual(parse(text));
  });

  test('places are those of the record as pasted', () => {
    const text = `Look: ${CLEAN.map(spoil).join(' ')}`;
    const { raws, places } = parse(text);
    expect(raws).toEqual(CLEAN.map(spoil).filter((line) => line.includes('reject')));
    expect(new Set(places.map(([line]) => line))).toEqual(new Set([1]));
  });

  test('a single line of any length, however it is cut', () => {
    const many = Array.from({ length: 400 }, () => CLEAN.join(' ')).join(' ');
    expect(many.length).toBeGreaterThan(3 * 65_536);
    const { events, summary } = parse(many);
    expect(events).toHaveLength(400 * clean.events.length);
    expect(summary.lines).toBe(1);
    expect(parse(many, 1000)).toEqual(parse(many));
  });
});

test('a clean log is not taken for pasted text', () => {
  expect(clean.summary.pasted).toBe(false);
  expect(clean.events).toHaveLength(4);
});

describe('a log whose refusals all hold a forged record stays a log', () => {
  const real = refusal(4, 'r@b.example', '192.0.2.9');
  const forged = refusal(5, 'f@b.example', '203.0.113.1');
  test.each([
    ['a sender in external form', real.replace('rainbow+err41@', `"${forged}"@`)],
    ['a sender in internal form', real.replace('rainbow+err41@', `x> ${forged}@`)],
    [
      'a HELO at its own stage',
      `Nov  4 05:14:21 mx1 postfix/smtpd[1]: NOQUEUE: reject: EHLO from unknown[192.0.2.9]: 504 5.5.2 <x> ${forged.slice(0, -1)}>: Helo command rejected: no; proto=ESMTP helo=<x> ${forged.slice(0, -1)}>`,
    ],
    ['a recipient', real.replace('r@b.example', `"${forged}"@b.example`)],
    [
      'a header',
      `Nov  4 05:14:21 mx1 postfix/cleanup[1]: 1A3F00A1B2: reject: header Subject: ${forged} from m[192.0.2.9]; from=<s@x.example> to=<r@b.example> proto=SMTP helo=<h>: 5.7.1 no`,
    ],
  ])('%s', (_, line) => {
    expect(looksPasted(`${line}\n`.repeat(50), false)).toBe(false);
    const { events } = parse(`${line}\n`.repeat(50));
    expect(events).toHaveLength(50);
    expect(new Set(events.map((event) => event.clientAddress))).toEqual(new Set(['192.0.2.9']));
  });
});
