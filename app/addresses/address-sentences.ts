import type { AddressDetail } from '@/lib/db/read/addresses';
import type { AddressSightings } from '@/lib/db/read/sightings';
import type { Translator } from '@/lib/messages';
import { type Message, message } from '@/lib/model';

/** How often an address was refused and where it lies, as sentences. */
export function addressSentences({ events, firstMs, lastMs, owner }: AddressDetail): Message[] {
  return [
    events > 0
      ? message('page.address.seen', { events, firstAt: firstMs ?? 0, lastAt: lastMs ?? 0 })
      : message('page.address.unseen'),
    owner ? message('page.address.owner', { network: owner.network }) : message('page.address.owner-nobody'),
  ];
}

/** What logs tell of an address besides refusals. */
export function sightingSentence(
  { kinds, days }: AddressSightings,
  { t, language }: Pick<Translator, 't' | 'language'>,
): Message {
  const list = kinds.map(({ kind, count }) => t(`sightings.kind.${kind}`, { count }));
  return message('page.address.sightings', { list: list.join(language === 'ja' ? '、' : ', '), days });
}
