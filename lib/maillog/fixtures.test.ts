import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ACTIONS, CONTENT_STAGES } from './formats/postfix';
import { createParser } from './parser';

/** One annotated line of `fixtures/postfix.log`. */
interface Sample {
  at: number;
  line: string;
  expected: string;
}

const ABSENT = {
  queueId: null,
  clientName: null,
  clientAddress: null,
  clientPort: null,
  code: null,
  dsn: null,
  dnsbl: null,
  sender: null,
  recipient: null,
  proto: null,
  helo: null,
  saslUsername: null,
  daemon: 'postfix/smtpd',
};
// A single line may be taken for pasted text: a log has ordinary ones about it.
const ORDINARY =
  'Nov  4 05:14:20 mx1 postfix/smtpd[1]: NOQUEUE: reject: RCPT from a[192.0.2.1]: 550 5.7.1 no; from=<a@a.example> to=<b@b.example> proto=SMTP helo=<c>\n';

function readSamples(): Sample[] {
  const samples: Sample[] = [];
  let expected = '';
  readFileSync(new URL('./fixtures/postfix.log', import.meta.url), 'utf8')
    .split('\n')
    .forEach((line, i) => {
      if (/^#[=!-]/.test(line)) expected = line;
      else if (line !== '' && !line.startsWith('#')) samples.push({ at: i + 1, line, expected });
    });
  return samples;
}

function readLine(line: string): unknown {
  const found: unknown[] = [];
  const options = { zone: 'UTC', firstYear: 2026, referenceMs: 0 };
  const parser = createParser(options, {
    rejection(rejection) {
      if (rejection.line > 3) found.push(rejection);
    },
    unparsed: ({ reason }) => found.push(reason),
  });
  parser.push(Buffer.from(ORDINARY.repeat(3) + line));
  parser.end();
  expect(found.length).toBeLessThan(2);
  return found[0] ?? null;
}

const samples = readSamples();

test.each(samples)('line $at of the annotated log', ({ line, expected }) => {
  const got = readLine(line);
  if (expected.startsWith('#=')) {
    const fields: unknown = JSON.parse(expected.slice(2));
    expect(got).toMatchObject({ ...ABSENT, host: 'mx1', ...Object(fields) });
  } else expect(got).toBe(expected.startsWith('#!') ? expected.slice(3) : null);
});

test('every action, content stage, daemon, envelope and reason has a sample', () => {
  const texts = samples.map(({ expected }) => expected);
  const missing = (names: Iterable<string>, mark: (name: string) => string) =>
    [...names].filter((name) => !texts.some((text) => text.includes(mark(name))));
  expect(missing(ACTIONS, (name) => `"action":"${name}"`)).toEqual([]);
  expect(missing(CONTENT_STAGES, (name) => `"stage":"${name}"`)).toEqual([]);
  expect(missing(['cleanup', 'postscreen'], (name) => `"daemon":"postfix/${name}"`)).toEqual([]);
  expect(missing(['no-stamp', 'no-client', 'no-tail', 'not-a-refusal'], (name) => `#! ${name}`)).toEqual([]);
  expect(samples.some(({ line, expected }) => line.startsWith('2026-') && expected.startsWith('#='))).toBe(true);
});
