import { expect, test } from 'vitest';
import { LONGEST_RECORD } from './line-feed';
import { createParser } from './parser';
import { findHeloTail, findTail } from './formats/postfix-tail';
import { Spans } from './formats/spans';

const HEAD = 'Nov  4 05:14:21 mx1 postfix/smtpd[5]: NOQUEUE: reject: RCPT from m[192.0.2.9]: 550 5.7.1 ';

/** Text that counts how often one of its characters is looked at. */
class CountedText {
  reads = 0;
  constructor(private readonly text: string) {}
  get length(): number {
    return this.text.length;
  }
  charCodeAt(at: number): number {
    this.reads++;
    return this.text.charCodeAt(at);
  }
  lastIndexOf(word: string, from: number): number {
    const found = this.text.lastIndexOf(word, from);
    this.reads += from - Math.max(found, 0) + 1;
    return found;
  }
  indexOf(word: string, from: number): number {
    const found = this.text.indexOf(word, from);
    this.reads += (found < 0 ? this.text.length : found) - from + 1;
    return found;
  }
  slice(start: number, end: number): string {
    this.reads += end - start;
    return this.text.slice(start, end);
  }
}

const PATTERNS = [
  ';',
  '; from=<a',
  '; from=<"a',
  '; from=<a@b> to=<"',
  '; from=<"\\',
  '; from=<a> to=<b> proto=X helo=<',
  '; from=<a> to=<b> proto=',
  '> to=<',
  '"',
  '\\"',
  '; sasl_username=',
  '<; proto=X helo=<',
  '; proto=',
];

test.each(PATTERNS)('the tail of a line of 64 KiB of %j is found in linear work', (pattern) => {
  for (const end of ['', ' to=<r@b.example> proto=SMTP helo=<h>']) {
    const counted = new CountedText(pattern.repeat(Math.ceil(LONGEST_RECORD / pattern.length)) + end);
    findTail(counted, 0, counted.length, false, new Spans());
    expect(counted.reads).toBeLessThan(12 * counted.length);
    counted.reads = 0;
    findHeloTail(counted, 0, counted.length, new Spans());
    expect(counted.reads).toBeLessThan(24 * counted.length);
  }
});

test.each(PATTERNS)('a line of 1 MB of %j is over-long, not read', (pattern) => {
  const reasons: string[] = [];
  const parser = createParser(
    { zone: 'UTC', firstYear: 2026, referenceMs: 0 },
    { rejection: () => reasons.push('event'), unparsed: ({ reason }) => reasons.push(reason) },
  );
  parser.push(Buffer.from(`${HEAD}${pattern.repeat(1_000_000 / pattern.length)}\n`));
  parser.end();
  expect(reasons).toEqual(['over-long']);
});
