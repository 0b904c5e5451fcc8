import { expect, test } from 'vitest';
import type { Rejection } from '@/lib/model';
import { createParser } from './parser';

const text =
  'postfix/smtpd[1]: NOQUEUE: reject: RCPT from m.x.example[192.0.2.9]: 550 5.7.1 no; from=<s@x.example> to=<r@b.example> proto=ESMTP helo=<pc>';
const refusal = (host = 'mx1') => `Nov  4 05:14:21 ${host} ${text}`;
const again = (times: number, host = 'mx1') => `Nov  4 05:15:00 ${host} last message repeated ${times} times`;
const NOISE = 'Nov  4 05:14:30 mx1 postfix/smtpd[1]: disconnect from m.x.example[192.0.2.9]';

function parse(lines: readonly string[], size = 1e6) {
  const rejections: Rejection[] = [];
  const raws = new Set<string>();
  const parser = createParser(
    { zone: 'UTC', firstYear: 2026, referenceMs: 0 },
    {
      rejection: (rejection, raw) => {
        rejections.push(rejection);
        raws.add(Buffer.from(raw).toString());
      },
      unparsed: () => expect.unreachable(),
    },
  );
  const bytes = Buffer.from(lines.join('\n'));
  for (let at = 0; at < bytes.length; at += size) parser.push(bytes.subarray(at, at + size));
  return { rejections, raws, summary: parser.end() };
}

test.each([1e6, 7, 1])('what is repeated is the record before, in its place and of its time (chunks of %d)', (size) => {
  const { rejections, raws, summary } = parse([NOISE, refusal(), again(2), again(3), NOISE, again(4)], size);
  expect(rejections.map((r) => [r.line, r.offset, r.timeMs])).toEqual(
    Array.from({ length: 6 }, () => [2, NOISE.length + 1, Date.UTC(2026, 10, 4, 5, 14, 21)]),
  );
  expect([...raws]).toEqual([refusal()]);
  expect(summary).toMatchObject({ rejections: 6, unparsed: 0, lastAt: Date.UTC(2026, 10, 4, 5, 15) });
});

test('behind the head of the input, across chunks', () => {
  const head = Array.from({ length: 1000 }, () => NOISE);
  for (const size of [70_000, 4096, 100]) {
    expect(parse([...head, refusal(), again(2), NOISE, refusal('mx2'), again(1, 'mx2')], size).rejections).toHaveLength(
      5,
    );
  }
});

test.each<[string, string[], number]>([
  ['another line', [refusal(), NOISE, again(5)], 1],
  ['another host', [refusal(), again(5, 'mx2')], 1],
  ['a host with the same beginning', [refusal('mx10'), again(5)], 1],
  ['nothing', [again(5), refusal()], 1],
  ['an empty line', [refusal(), '', again(5)], 1],
  ['one that counts once', [refusal(), `${again(1).slice(0, -1)}`], 2],
  ['more than can be', [refusal(), again(999_999_999)], 10_001],
  ['words of a stranger', [refusal(), `${again(5)}!`], 1],
])('before it stands %s', (_, lines, count) => {
  expect(parse(lines).rejections).toHaveLength(count);
});

test('in an envelope', () => {
  const wrap = (line: string) => line.replace('mx1', '<mail.info> mx1');
  expect(parse([wrap(refusal()), wrap(again(2)), NOISE].map((line) => line)).rejections).toHaveLength(3);
  const json = (line: string) => JSON.stringify({ log: `${line}\n`, time: '2026-11-04T05:14:21Z' });
  expect(parse([json(refusal()), json(again(2))]).rejections.map((r) => r.line)).toEqual([1, 1, 1]);
});

test('a log of nothing but large counts does not fill the memory', () => {
  const counted = (times: number) =>
    `Nov  4 05:14:21 mx1 ${text.replace(': ', `: message repeated ${times} times: [ `)}]`;
  const lines = Array.from({ length: 1000 }, () => counted(10_000));
  expect(parse(lines.slice(0, 1)).rejections).toHaveLength(10_000);
  const { rejections } = parse(lines);
  expect(rejections.length).toBeLessThan(10_000 + 1000 * 102);
  expect(rejections.at(-1)?.line).toBe(1000);
  expect(
    parse([counted(10_000), ...Array.from({ length: 50 }, () => again(999_999_999))]).rejections.length,
  ).toBeLessThan(40_000);
  expect(parse(Array.from({ length: 1000 }, () => counted(50))).rejections).toHaveLength(50_000);
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
