import { expect, test } from 'vitest';
import { createParser } from './parser';
import { readContent } from './formats/postfix-content';
import { findHeloTail } from './formats/postfix-helo';
import { findTail } from './formats/postfix-tail';
import { Spans } from './formats/spans';

/** Long enough that work by the square would be a thousand times the limit. */
const SAMPLE = 16_384;
const HEAD = 'Nov  4 05:14:21 mx1 postfix/smtpd[5]: NOQUEUE: reject: RCPT from m[192.0.2.9]: 550 5.7.1 ';

/** Bytes that count how often one of them is looked at. */
function countReads(text: string): { bytes: Uint8Array; reads: () => number } {
  let reads = 0;
  const bytes = new Proxy(Buffer.from(text), {
    get(target, key) {
      if (typeof key === 'string' && /^-?\d+$/.test(key)) reads++;
      return Reflect.get(target, key);
    },
  });
  return { bytes, reads: () => reads };
}

const PATTERNS = [
  ']; x',
  ' from a[1]; ',
  ' from a[1]; from=<"',
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

test.each(PATTERNS)('the tail of a long line of %j is found in linear work', (pattern) => {
  for (const end of ['', ' to=<r@b.example> proto=SMTP helo=<h>']) {
    const text = pattern.repeat(Math.ceil(SAMPLE / pattern.length)) + end;
    const searches = [
      (bytes: Uint8Array) => findTail(bytes, 0, text.length, false, new Spans()),
      (bytes: Uint8Array) => findTail(bytes, 0, text.length, true, new Spans()),
      (bytes: Uint8Array) => findHeloTail(bytes, 0, text.length, new Spans()),
      (bytes: Uint8Array) => readContent(bytes, 0, text.length, new Spans()),
    ];
    for (const search of searches) {
      const { bytes, reads } = countReads(text);
      search(bytes);
      expect(reads()).toBeLessThan(16 * text.length);
    }
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
