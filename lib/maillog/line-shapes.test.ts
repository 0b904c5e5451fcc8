import { expect, test } from 'vitest';
import { LineShapes, maskLine } from './line-shapes';

const line = (n: number, word = 'odd'): Uint8Array =>
  new TextEncoder().encode(
    `Aug  3 12:15:0${n % 10} mx1 postfix/smtpd[${n}]: ${word} from a[192.0.2.${n}]; <u${n}@x.example>`,
  );

test('what varies is masked, the words stay', () => {
  expect(maskLine(new TextDecoder().decode(line(7)))).toBe(
    '{month}  # #:#:# # postfix/smtpd[#]: odd from a[{address}]; <…>',
  );
  expect(maskLine('<'.repeat(100_000)).length).toBe(160);
});

test('lines of one shape and reason are one group with three samples, the largest group first', () => {
  const shapes = new LineShapes();
  shapes.add({ reason: 'no-tail', line: 1 }, line(1, 'rare'));
  for (let n = 2; n < 9; n++) shapes.add({ reason: 'no-tail', line: n }, line(n));
  shapes.add({ reason: 'no-stamp', line: 9 }, line(9));
  const { groups, others } = shapes.result();
  expect(groups.map(({ reason, count }) => [reason, count])).toEqual([
    ['no-tail', 7],
    ['no-tail', 1],
    ['no-stamp', 1],
  ]);
  expect(groups[0]?.samples.map((sample) => sample.line)).toEqual([2, 3, 4]);
  expect(others).toBe(0);
});

test('past two hundred shapes lines are only counted', () => {
  const shapes = new LineShapes();
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  for (let n = 0; n < 26 * 10; n++) {
    const word = `${letters[n % 26]}${letters[Math.floor(n / 26)]}`;
    shapes.add({ reason: 'no-tail', line: n }, new TextEncoder().encode(word));
  }
  const { groups, others } = shapes.result();
  expect([groups.length, others]).toEqual([200, 60]);
});
