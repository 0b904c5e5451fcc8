import { expect, it } from 'vitest';
import { createTranslator } from '@/lib/messages';
import { parseRange } from '@/lib/model';
import { networkSentences } from './network-sentences';

type Network = Parameters<typeof networkSentences>[0];
type Announcements = Parameters<typeof networkSentences>[1];

function check(
  more: Partial<Network> & { text: string },
  announcements: Announcements,
  country: string | null,
  en: string[],
  ja: string[],
): void {
  const range = parseRange(more.text);
  if (!range) throw new Error(more.text);
  const network: Network = {
    range,
    registry: 'jpnic',
    organisation: 'Crimson Relay',
    country,
    allocatedOn: '2011-03-01',
    events: 7,
    addresses: 6,
    detailed: true,
    server: 'whois.nic.ad.jp',
    answeredMs: Date.UTC(2026, 7, 3, 3, 15),
    source: 'live',
    ...more,
  };
  const names = { registry: network.registry.toUpperCase(), country };
  const say = (language: 'en' | 'ja') =>
    networkSentences(network, announcements, names).map((sentence) => createTranslator(language).message(sentence));
  expect([say('en'), say('ja')]).toEqual([en, ja]);
}

it('says what a network is, whose, since when, where it stands, what was seen of it and how we know', () => {
  check(
    { text: '198.18.32.0/19' },
    [
      { asn: 64500, name: 'SAMPLE-AS', server: 'whois.cymru.com', seen: true },
      { asn: 64501, name: null, server: 'whois.cymru.com', seen: true },
    ],
    'Japan',
    [
      'A block of 8,192 addresses, registered to Crimson Relay since 2011-03-01.',
      'It stands in the register of JPNIC, for Japan; the entry gives Japan as its country.',
      'On the internet AS64500 (SAMPLE-AS) and one more AS announce it: mail from it comes in that way.',
      'Your log has 7 refusals from 6 addresses in it.',
      'We know this from whois.nic.ad.jp, which answered 3 Aug 2026 03:15 +00:00. The answer stands below as it came.',
    ],
    [
      '8,192 個のアドレスからなるブロックで、2011-03-01 からCrimson Relayに登録されています。',
      'JPNIC（日本の登録機関）に登録されています。登録上の国はJapanです。',
      'インターネットでは AS64500（SAMPLE-AS）ほか 1 つの AS がこれを広告しており、ここからのメールはそこを通って届きます。',
      'ログには、この中の 6 個のアドレスからの拒否が 7 件あります。',
      '2026年8月3日 03:15 +00:00 の whois.nic.ad.jp の回答によります。回答は受け取ったまま下に示します。',
    ],
  );
});

it('says what is not known', () => {
  check(
    { text: '2001:db8::/32', organisation: null, allocatedOn: null, events: 0, addresses: 0, detailed: false },
    [{ asn: null, name: null, server: 'whois.cymru.com', seen: true }],
    null,
    [
      'A block of IPv6 addresses with room for 65,536 sites.',
      'It stands in the register of JPNIC, for Japan.',
      'On the internet nobody announces it, says whois.cymru.com.',
      'No refusal came from it so far.',
      'It is known only from a list in an answer of whois.nic.ad.jp; the registry’s own entry on it is not here yet.',
    ],
    [
      '65,536 拠点分の IPv6 アドレスのブロックで、持ち主はまだ分かっていません。',
      'JPNIC（日本の登録機関）に登録されています。',
      'インターネットではどこからも広告されていません（whois.cymru.com による）。',
      'ここからの拒否はまだありません。',
      'whois.nic.ad.jp の回答の一覧に載っているだけで、登録機関による詳しい登録内容はまだ届いていません。',
    ],
  );
});

it.each([
  ['2001:db8:1::/48', 'A block of IPv6 addresses with room for one site; the registry names no holder.'],
  ['2001:db8:1::/56', 'A block of IPv6 addresses with room for 256 subnets; the registry names no holder.'],
  ['192.0.2.7/32', 'A block of one address; the registry names no holder.'],
])('the size of %s', (text, sentence) => {
  const range = parseRange(text);
  if (!range) throw new Error(text);
  const [first] = networkSentences(
    {
      range,
      registry: 'ripe',
      organisation: null,
      country: null,
      allocatedOn: null,
      events: 0,
      addresses: 0,
      detailed: true,
      server: '',
      answeredMs: 0,
      source: 'live',
    },
    [],
    { registry: 'RIPE', country: null },
  );
  expect(first && createTranslator('en').message(first)).toBe(sentence);
});
