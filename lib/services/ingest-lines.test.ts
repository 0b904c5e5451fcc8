import { expect, test } from 'vitest';
import { readIngestLines } from './ingest-lines';

const LINE =
  'Nov 24 10:00:00 mx1 postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[198.18.0.1]: 554 5.7.1 no; from=<a@b.example> to=<c@d.example> proto=SMTP helo=<h>';
const read = (body: string, isJson = true): { text: string; lines: number; ignored: number } => {
  const { bytes, lines, ignored } = readIngestLines(Buffer.from(body), isJson);
  return { text: bytes.toString(), lines, ignored };
};

test('lines are taken as they are, the last one ended', () => {
  expect(read(`${LINE}\r\n${LINE}`, false)).toEqual({ text: `${LINE}\r\n${LINE}\n`, lines: 2, ignored: 0 });
  expect(read('', false)).toEqual({ text: '', lines: 0, ignored: 0 });
});

test.each([
  ['an array', JSON.stringify([{ message: LINE }, { log: LINE }, { line: LINE }, LINE])],
  [
    'a line each',
    [{ MESSAGE: LINE }, { msg: LINE }, { message: `${LINE}\n` }, { log: LINE }]
      .map((o) => JSON.stringify(o))
      .join('\r\n'),
  ],
])('whole lines in %s are the lines themselves', (_, body) => {
  expect(read(body)).toEqual({ text: `${LINE}\n`.repeat(4), lines: 4, ignored: 0 });
});

test.each([
  [
    'Vector',
    {
      message: 'NOQUEUE: reject: x',
      timestamp: '2026-11-24T10:00:00.5Z',
      host: 'mx1',
      appname: 'postfix/smtpd',
      procid: 7,
      source_type: 'syslog',
      facility: 'mail',
    },
    {
      host: 'mx1',
      appname: 'postfix/smtpd',
      procid: 7,
      timestamp: '2026-11-24T10:00:00.5Z',
      message: 'NOQUEUE: reject: x',
    },
  ],
  [
    'Fluent Bit',
    { date: 1795514400.5, host: 'mx1', ident: 'postfix/smtpd', pid: '7', message: 'NOQUEUE: reject: x' },
    { host: 'mx1', ident: 'postfix/smtpd', pid: '7', date: 1795514400.5, message: 'NOQUEUE: reject: x' },
  ],
])('of the fields of %s those that are read are kept', (_, object, kept) => {
  const { text } = read(JSON.stringify(object));
  expect(JSON.parse(text)).toEqual(kept);
});

test('a message with line ends stays one record', () => {
  const forged = JSON.stringify({ message: `Nov 24 10:00:00 mx1 a: x\r\n${LINE}\n${LINE}\n` });
  expect(read(forged)).toEqual({ text: `Nov 24 10:00:00 mx1 a: x ${LINE} ${LINE}\n`, lines: 1, ignored: 0 });
  const parsed = read(JSON.stringify({ timestamp: '2026-11-24T10:00:00Z\n', ident: 'a\nb', message: `x\n${LINE}` }));
  expect(parsed.text.split('\n')).toHaveLength(2);
  expect(JSON.parse(parsed.text)).toEqual({ ident: 'a b', timestamp: '2026-11-24T10:00:00Z', message: `x ${LINE}` });
});

test('names of the prototype are names like any other', () => {
  const body = `[{"__proto__":{"message":"${LINE}"}},{"constructor":"x"},{"message":{"toString":1}},{"__proto__":1,"message":"ok"}]`;
  expect(read(body)).toEqual({ text: '{"message":"ok"}\n', lines: 1, ignored: 3 });
});

test('what is no JSON is left out where JSON was said, and else a line', () => {
  expect(read(`{"message":"a"}\nnot json\n{"message":`)).toEqual({ text: '{"message":"a"}\n', lines: 1, ignored: 2 });
  expect(read(`[pod/smtp-0/postfix] ${LINE}\n`, false)).toEqual({
    text: `[pod/smtp-0/postfix] ${LINE}\n`,
    lines: 1,
    ignored: 0,
  });
});

test('nesting a million deep is no harm', () => {
  expect(read(`${'['.repeat(1e6)}${']'.repeat(1e6)}`)).toEqual({ text: '', lines: 0, ignored: 1 });
});
