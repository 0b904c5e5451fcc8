import { expect, test } from 'vitest';
import type { Rejection, Unparsed } from '@/lib/model';
import { createParser } from './parser';

const text =
  'postfix/smtpd[1]: NOQUEUE: reject: RCPT from m.x.example[192.0.2.9]: 550 5.7.1 no; from=<s@x.example> to=<r@b.example> proto=ESMTP helo=<pc>';
const refusal = (host = 'mx1') => `Nov  4 05:14:21 ${host} ${text}`;
const again = (times: number, host = 'mx1') => `Nov  4 05:15:00 ${host} last message repeated ${times} times`;
const NOISE = 'Nov  4 05:14:30 mx1 postfix/smtpd[1]: disconnect from m.x.example[192.0.2.9]';

function parse(lines: readonly string[], size = 1e6) {
  const rejections: Rejection[] = [];
  const raws = new Set<string>();
  const unparsed: Unparsed[] = [];
  const parser = createParser(
    { zone: 'UTC', firstYear: 2026, referenceMs: 0 },
    {
      rejection: (rejection, raw) => {
        rejections.push(rejection);
        raws.add(Buffer.from(raw).toString());
      },
      unparsed: (line) => unparsed.push(line),
    },
  );
  const bytes = Buffer.from(lines.join('\n'));
  for (let at = 0; at < bytes.length; at += size) parser.push(bytes.subarray(at, at + size));
  return { rejections, raws, summary: parser.end(), reasons: unparsed.map(({ line, reason }) => `${line} ${reason}`) };
}

test.each([1e6, 7, 1])('what is repeated is the record before, with its number and time (chunks of %d)', (size) => {
  const lines = [NOISE, refusal(), again(2), again(3), NOISE, again(4)];
  const { rejections, raws, summary, reasons } = parse(lines, size);
  const offsets = lines.map((_, i) => lines.slice(0, i).join('\n').length + (i === 0 ? 0 : 1));
  const timeMs = Date.UTC(2026, 10, 4, 5, 14, 21);
  expect(rejections.map((r) => [r.line, r.timeMs])).toEqual(Array.from({ length: 6 }, () => [2, timeMs]));
  // Where a reading that was broken off goes on, what a later line counts is not yet there.
  expect(rejections.map((r) => offsets.indexOf(r.offset))).toEqual([1, 2, 2, 3, 3, 3]);
  expect([...raws]).toEqual([refusal()]);
  expect(reasons).toEqual([]);
  expect(summary).toMatchObject({ rejections: 6, unparsed: 0, lastAt: Date.UTC(2026, 10, 4, 5, 15) });
});

test('behind the head of the input, across chunks', () => {
  const head = Array.from({ length: 1000 }, () => NOISE);
  for (const size of [70_000, 4096, 100]) {
    const lines = [...head, refusal(), again(2), NOISE, refusal('mx2'), again(1, 'mx2')];
    expect(parse(lines, size).rejections).toHaveLength(5);
  }
});

const FAR = NOISE.replace('mx1', 'mx2');

test.each<[string, string[], number, string[]]>([
  ['another line', [refusal(), NOISE, again(5)], 1, []],
  ['another host', [refusal(), again(5, 'mx2')], 1, ['2 repeat-unknown']],
  ['a host with the same beginning', [refusal('mx10'), again(5)], 1, ['2 repeat-unknown']],
  ['nothing', [again(5), refusal()], 1, ['1 repeat-unknown']],
  ['an empty line', [refusal(), '', again(5)], 1, ['3 repeat-unknown']],
  ['a line of nobody', [refusal(), 'panic: out of memory', again(5)], 1, ['3 repeat-unknown']],
  ['one that counts once', [refusal(), `${again(1).slice(0, -1)}`], 2, []],
  ['more than is counted', [refusal(), again(999_999_999)], 10_001, ['2 repeat-limit']],
  ['more than can be', [refusal(), again(1).replace('1 times', `${'9'.repeat(40)} times`)], 10_001, ['2 repeat-limit']],
  ['as many as are counted', [refusal(), again(10_000)], 10_001, []],
  ['words of a stranger', [refusal(), `${again(5)}!`], 1, []],
  ['a line of another host', [refusal(), FAR, again(5)], 6, []],
  ['two hosts in turn', [refusal(), refusal('mx2'), again(2), FAR, again(3, 'mx2'), again(4)], 8, []],
  ['what its host wrote, and another was refused', [NOISE, refusal('mx2'), again(5)], 1, []],
])('before it stands %s', (_, lines, count, expected) => {
  const { rejections, reasons } = parse(lines);
  expect(rejections).toHaveLength(count);
  expect(reasons).toEqual(expected);
});

const told = (tag: string, times: number, host = 'mx1') =>
  `Nov  4 05:15:00 ${host} ${tag}: last message repeated ${times} times`;
const OTHER_PID = NOISE.replace('smtpd[1]', 'smtpd[2]');

test.each<[string, string[], number, string[]]>([
  ['of its process', [refusal(), told('postfix/smtpd[1]', 3)], 4, []],
  ['of its process, over another host', [refusal(), FAR, told('postfix/smtpd[1]', 3)], 4, []],
  ['of another process', [refusal(), told('postfix/smtpd[2]', 3)], 1, ['2 repeat-unknown']],
  ['of another program', [refusal(), told('sshd[1]', 3)], 1, ['2 repeat-unknown']],
  ['of a process that was not the last', [refusal(), OTHER_PID, told('postfix/smtpd[1]', 3)], 1, ['3 repeat-unknown']],
  ["of what was said last, in syslog's own name", [refusal(), told('syslogd', 3)], 4, []],
  ['of another line of its process', [refusal(), NOISE, told('postfix/smtpd[1]', 3)], 1, []],
  ['of something else', [refusal(), told('postfix/smtpd[1]', 3).replace('times', 'times ago')], 1, []],
])('with a tag: %s', (_, lines, count, expected) => {
  for (const size of [1e6, 50]) {
    const { rejections, reasons } = parse(lines, size);
    expect(rejections).toHaveLength(count);
    expect(reasons).toEqual(expected);
  }
});

test('hosts in any number, each with its own last line', () => {
  const hosts = Array.from({ length: 200 }, (_, i) => `mx${i}`);
  const lines = [...hosts.map((host) => refusal(host)), ...hosts.map((host) => again(2, host))];
  for (const size of [1e6, 5000, 333]) {
    const { rejections, reasons } = parse(lines, size);
    expect(reasons).toEqual([]);
    expect(rejections.slice(200).map(({ host }) => host)).toEqual(hosts.flatMap((host) => [host, host]));
  }
  const many = Array.from({ length: 5000 }, (_, i) => refusal(`mx${i}`));
  expect(parse([...many, again(2, 'mx0'), again(2, 'mx4999')])).toMatchObject({ reasons: ['5001 repeat-unknown'] });
});

test('in an envelope', () => {
  const wrap = (line: string) => line.replace('mx1', '<mail.info> mx1');
  expect(parse([wrap(refusal()), wrap(again(2)), NOISE].map((line) => line)).rejections).toHaveLength(3);
  const json = (line: string) => JSON.stringify({ log: `${line}\n`, time: '2026-11-04T05:14:21Z' });
  expect(parse([json(refusal()), json(again(2))]).rejections.map((r) => r.line)).toEqual([1, 1, 1]);
  // Pasted, with blanks that a page put in.
  expect(parse([refusal().replace('<s@', '< s@'), again(2)]).rejections).toHaveLength(3);
});

test('a log of nothing but large counts does not fill the memory', () => {
  const counted = (times: number) =>
    `Nov  4 05:14:21 mx1 ${text.replace(': ', `: message repeated ${times} times: [ `)}]`;
  const lines = Array.from({ length: 1000 }, () => counted(10_000));
  expect(parse(lines.slice(0, 1)).rejections).toHaveLength(10_000);
  const { rejections, reasons } = parse(lines);
  expect(rejections.length).toBeLessThan(10_000 + 1000 * 102);
  expect(rejections.at(-1)?.line).toBe(1000);
  expect(reasons).toHaveLength(999);
  expect(
    parse([counted(10_000), ...Array.from({ length: 50 }, () => again(999_999_999))]).rejections.length,
  ).toBeLessThan(40_000);
  expect(parse(Array.from({ length: 1000 }, () => counted(50)))).toMatchObject({
    rejections: { length: 50_000 },
    reasons: [],
  });
  expect(parse([counted(2_000_000)]).reasons).toEqual(['1 repeat-limit']);
  // What was counted before it was counted again.
  expect(parse([counted(3), again(2)]).rejections).toHaveLength(5);
});

test('over New Year both stamps keep their years', () => {
  const at = (line: string, stamp: string) => stamp + line.slice(15);
  const { rejections, summary } = parse([
    at(refusal(), 'Dec 31 23:59:59'),
    at(again(2), 'Jan  1 00:00:30'),
    at(refusal(), 'Jan  1 00:01:00'),
  ]);
  expect(rejections.map((r) => new Date(r.timeMs).getUTCFullYear())).toEqual([2026, 2026, 2026, 2027]);
  expect(summary.yearsCrossed).toBe(1);
});
