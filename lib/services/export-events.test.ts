import { expect, it } from 'vitest';
import { csvCell } from './export-events';

it.each([
  ['=1+1', "'=1+1"],
  ['+81 3', "'+81 3"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['＝cmd', "'＝cmd"],
  ['＠x', "'＠x"],
  ['=a,"b"', `"'=a,""b"""`],
  ['plain@mag.example', 'plain@mag.example'],
  ['a\r\nb', '"a\r\nb"'],
  ['\r=1', '"\'\r=1"'],
  ['', '""'],
])('%j is written so that no spreadsheet reckons it', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

it('leaves numbers and what is not there alone', () => {
  expect([csvCell(-5), csvCell(450), csvCell(null)]).toEqual(['-5', '450', '']);
});
