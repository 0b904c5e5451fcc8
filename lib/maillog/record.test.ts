import { expect, test } from 'vitest';
import { parseRecord, recordParts } from './record';

const RECORD =
  'Nov  4 05:14:21 mx1 postfix/smtpd[1234]: NOQUEUE: reject: RCPT from m.x.example[192.0.2.9]: 550 5.7.1 no; from=<花子@x.example> to=<r@b.example> proto=ESMTP helo=<pc>';
const OPTIONS = { zone: '+09:00', firstYear: 2026, referenceMs: 0 };

/** The coloured parts of a record as `part=text`. */
const parts = (text: string) => recordParts(text).map(({ part, start, end }) => `${part}=${text.slice(start, end)}`);

test('a stored record is read again', () => {
  const raw = Buffer.from(RECORD);
  expect(parseRecord(raw, OPTIONS)).toMatchObject({
    sender: '花子@x.example',
    timeMs: Date.UTC(2026, 10, 3, 20, 14, 21),
    length: raw.length,
    line: 0,
  });
  expect(parseRecord(Buffer.from(RECORD.slice(0, 90)), OPTIONS)).toBeNull();
  expect(
    parseRecord(Buffer.from('Nov  4 05:14:21 mx1 postfix/smtpd[1]: connect from unknown[192.0.2.9]'), OPTIONS),
  ).toBeNull();
});

test('a pasted record is repaired only where its input was pasted text', () => {
  const raw = Buffer.from(RECORD.replace('@x.', ' @x.'));
  expect(parseRecord(raw, { ...OPTIONS, pasted: true })?.sender).toBe('花子@x.example');
  expect(parseRecord(raw, OPTIONS)?.sender).toBe('花子 @x.example');
});

test('the parts of a record stand where they are shown', () => {
  expect(parts(RECORD)).toEqual([
    'time=Nov  4 05:14:21',
    'address=192.0.2.9',
    'code=550',
    'sender=花子@x.example',
    'recipient=r@b.example',
    'helo=pc',
  ]);
});

test('stray blanks belong to the part they stand in', () => {
  const pasted = RECORD.replace('@x.', '\u00a0 @x.').replace('helo=<pc', 'helo= < p c');
  expect(parts(pasted)).toEqual([
    'time=Nov  4 05:14:21',
    'address=192.0.2.9',
    'code=550',
    'sender=花子\u00a0 @x.example',
    'recipient=r@b.example',
    'helo=p c',
  ]);
});

test('a text that is no refusal, or has no such part, has no spans', () => {
  expect(parts('hello')).toEqual([]);
  expect(
    parts(
      '2026-11-24T05:14:21Z mx1 p/postscreen[7]: NOQUEUE: reject: CONNECT from [2001:db8::9]:4: too many connections',
    ),
  ).toEqual(['time=2026-11-24T05:14:21Z', 'address=2001:db8::9']);
});
