import { expect, test } from 'vitest';
import { UsageError } from './options';
import { readFormat } from './read-format';

test('a mail server by the name of its format, none where it was left out', () => {
  expect(readFormat('opensmtpd')).toBe('opensmtpd');
  expect(readFormat(undefined)).toBeNull();
});

test.each(['', 'Postfix', 'toString', 'qmail'])('%j is none', (name) => {
  expect(() => readFormat(name)).toThrow(UsageError);
});
