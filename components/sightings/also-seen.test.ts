import { expect, test } from 'vitest';
import { createTranslator } from '@/lib/messages';
import { SIGHTING_KINDS } from '@/lib/model';
import { sayAlsoSeen } from './also-seen';

const seen = {
  kinds: [
    { kind: 'auth-failure', count: 1040 },
    { kind: 'accepted', count: 1 },
  ],
  days: 2,
} as const;

test('what else an address did, in one sentence', () => {
  expect(sayAlsoSeen(seen, createTranslator('en'))).toBe('also 1,040 failed logins, 1 accepted mail, on 2 days');
  expect(sayAlsoSeen(seen, createTranslator('ja'))).toBe('ほかにログイン失敗 1,040 回、受信 1 通（2 日間）');
});

test.each(SIGHTING_KINDS)('%s has a word of its own', (kind) => {
  const said = (['en', 'ja'] as const).map((language) =>
    sayAlsoSeen({ kinds: [{ kind, count: 1 }], days: 1 }, createTranslator(language)),
  );
  expect(said.filter((sentence) => sentence.includes('sightings.') || !sentence.includes('1'))).toEqual([]);
});
