import { expect, it } from 'vitest';
import { createTranslator } from '@/lib/messages';
import { parseRange } from '@/lib/model';
import { networkSentences } from './network-sentences';

type Network = Parameters<typeof networkSentences>[0];

function check(more: Partial<Network> & { text: string }, en: string, ja: string): void {
  const range = parseRange(more.text);
  if (!range) throw new Error(more.text);
  const network: Network = {
    range,
    organisation: 'Crimson Relay',
    allocatedOn: '2011-03-01',
    events: 7,
    addresses: 6,
    detailed: true,
    ...more,
  };
  const say = (language: 'en' | 'ja') =>
    networkSentences(network)
      .map((sentence) => createTranslator(language).message(sentence))
      .join(' | ');
  expect([say('en'), say('ja')]).toEqual([en, ja]);
}

it('says what a network is, whose, and what was seen of it', () => {
  check(
    { text: '198.18.32.0/19' },
    'A block of 8,192 addresses, registered to Crimson Relay since 2011-03-01. | Your log has 7 refusals from 6 addresses in it.',
    '8,192 個のアドレスからなるブロックで、2011-03-01 からCrimson Relayに登録されています。 | ログには、この中の 6 個のアドレスからの拒否が 7 件あります。',
  );
  check(
    { text: '2001:db8::/32', organisation: null, allocatedOn: null, events: 0, addresses: 0, detailed: false },
    'A block of addresses; the registry names no holder. | No refusal came from it so far. | It is known only from the list of a contact; the registry’s own entry on it is not here yet.',
    'アドレスのブロックで、登録には持ち主の記載がありません。 | ここからの拒否はまだありません。 | 担当者の一覧に載っているだけで、登録機関による詳しい登録内容はまだ届いていません。',
  );
});
