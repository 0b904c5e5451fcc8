import { describe, expect, it } from 'vitest';
import { markedLines } from './marked-lines';

const ANSWER = [
  'a. [IPネットワークアドレス]     198.18.32.0/19',
  'm. [管理者連絡窓口]             RL0417JP',
  '[電話番号]  03-5550-1234',
  '',
].join('\r\n');

describe('markedLines', () => {
  it.each([
    [['RL0417JP'], [1]],
    [
      ['rl0417jp', '198.18.32.0/19'],
      [0, 1],
    ],
    [['+81355501234'], [2]],
    [['JP'], []],
    [['Crimson Relay'], []],
  ])('%j stands in %j', (values, lines) => {
    expect(markedLines(ANSWER, values)).toEqual(lines);
  });
});
