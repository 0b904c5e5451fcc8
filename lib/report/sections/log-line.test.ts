import { expect, it } from 'vitest';
import type { CaseLine } from '@/lib/model';
import { renderLogLine } from './log-line';

function check(parts: CaseLine['parts'], expected: string): void {
  const { markup } = renderLogLine({ text: 'abc<def', parts });
  expect(markup.replace(/^<pre[^>]*>|<\/pre>$/g, '')).toBe(expected);
}

it('colours the parts, in any order', () => {
  check(
    [
      { part: 'helo', start: 4, end: 7 },
      { part: 'time', start: 0, end: 2 },
    ],
    '<bdi class="time">ab</bdi><bdi>c&lt;</bdi><bdi class="helo">def</bdi>',
  );
});

it('shows the text once and whole, whatever the parts', () => {
  check(
    [
      { part: 'time', start: 0, end: 3 },
      { part: 'code', start: 2, end: 5 },
      { part: 'helo', start: 5, end: 99 },
      { part: 'sender', start: 6, end: 6 },
    ],
    '<bdi class="time">abc</bdi><bdi>&lt;def</bdi>',
  );
});
