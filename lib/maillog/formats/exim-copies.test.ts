import { expect, test } from 'vitest';
import { createParser } from '../parser';

/** The numbers of the lines that came to a refusal. */
function read(lines: readonly string[]): number[] {
  const found: number[] = [];
  const parser = createParser(
    { zone: 'UTC', firstYear: 2026, referenceMs: 0 },
    { rejection: ({ line }) => found.push(line), unparsed: () => expect.unreachable() },
  );
  parser.push(Buffer.from(`${lines.join('\n')}\n`));
  parser.end();
  return found;
}

const refused = (recipient: string) => `H=[192.0.2.9] F=<s@x.example> rejected RCPT <${recipient}@b.example>: no`;
const at = (second: number, what: string) => `2026-11-24 05:14:${String(second).padStart(2, '0')} ${what}`;
const OTHER = at(30, 'no host name found for IP address 192.0.2.9');
const HEADERS = ['Envelope-from: <s@x.example>', 'P Received: from x', '  Subject: x', '-'.repeat(88)];

test.each<[string, string[], number]>([
  ['two equal lines of one file are two refusals', [at(1, refused('a')), at(1, refused('a'))], 2],
  [
    'so are three, with others between',
    [at(1, refused('a')), at(1, refused('b')), at(1, refused('a')), at(1, refused('a'))],
    4,
  ],
  ['mainlog and rejectlog are one', [at(1, refused('a')), OTHER, at(1, refused('a')), ...HEADERS], 1],
  [
    'the rejectlog first',
    [at(1, refused('a')), at(9, refused('b')), at(1, refused('a')), at(9, refused('b')), OTHER],
    2,
  ],
  [
    'two equal lines in both of them are two refusals',
    [...[1, 1, 2].map((s) => at(s, refused('a'))), OTHER, ...[1, 1, 2].map((s) => at(s, refused('a')))],
    3,
  ],
  [
    'what only the rejectlog has, or has more often, counts too',
    [at(1, refused('a')), OTHER, at(1, refused('a')), at(1, refused('a')), at(1, refused('b'))],
    3,
  ],
  [
    'rotated sets, in any order',
    [
      ...[at(21, refused('a')), at(21, refused('a')), OTHER],
      ...[at(1, refused('b')), at(9, refused('a'))],
      ...[at(1, refused('b')), at(9, refused('a')), at(21, refused('a')), at(21, refused('a'))],
    ],
    4,
  ],
  ['a process that wrote a second late', [at(1, refused('a')), at(2, refused('b')), at(1, refused('a'))], 3],
])('files: %s', (_, lines, count) => {
  expect(read(lines)).toHaveLength(count);
});

const sent = (stamp: string, pid: number, what: string, host = 'mx1') => `${stamp} ${host} exim[${pid}]: ${what}`;
const T = '2026-11-24T05:14:21';

test.each<[string, string[], number[]]>([
  [
    'the rejectlog’s follows the mainlog’s',
    [sent(`${T}.100Z`, 9, refused('a')), sent(`${T}.101Z`, 9, refused('a'))],
    [1],
  ],
  [
    'over the end of a second',
    [sent(`${T}.999Z`, 9, refused('a')), sent('2026-11-24T05:14:22.001Z', 9, refused('a'))],
    [1],
  ],
  ['two pairs are two refusals', [1, 2, 3, 4].map((ms) => sent(`${T}.10${ms}Z`, 9, refused('a'))), [1, 3]],
  ['processes in turn', [9, 8, 8, 9].map((pid, i) => sent(`${T}.10${i}Z`, pid, refused('a'))), [1, 2]],
  ['hosts in turn', ['mx1', 'mx2', 'mx1', 'mx2'].map((host) => sent(`${T}Z`, 9, refused('a'), host)), [1, 2]],
  [
    'later again, each written once',
    [21, 25, 29].map((s) => sent(`2026-11-24T05:14:${s}Z`, 9, refused('a'))),
    [1, 2, 3],
  ],
  [
    'a pair of which syslog counted the second',
    [sent(`${T}Z`, 9, refused('a')), sent(`${T}Z`, 9, `message repeated 1 times: [ ${refused('a')}]`)],
    [1],
  ],
  [
    'three pairs of which it counted all but the first',
    [sent(`${T}Z`, 9, refused('a')), sent(`${T}Z`, 9, `message repeated 5 times: [ ${refused('a')}]`)],
    [1, 2, 2],
  ],
])('syslog: %s', (_, lines, expected) => {
  expect(read(lines)).toEqual(expected);
});
