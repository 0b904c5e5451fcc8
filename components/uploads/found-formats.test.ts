import { expect, test } from 'vitest';
import { formatFound, isTelling } from './found-formats';

const both = [
  { format: 'postfix', rejections: 1204 },
  { format: 'opensmtpd', rejections: 4 },
] as const;

test('servers by their names, with their numbers', () => {
  expect(formatFound(both, 'en')).toBe('Postfix 1,204, OpenSMTPD 4');
  expect(formatFound(both, 'ja')).toBe('Postfix 1,204、OpenSMTPD 4');
});

test('Postfix alone goes without saying', () => {
  expect(isTelling([])).toBe(false);
  expect(isTelling(both.slice(0, 1))).toBe(false);
  expect(isTelling(both.slice(1))).toBe(true);
  expect(isTelling(both)).toBe(true);
});
