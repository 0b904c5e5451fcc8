import type { Translator } from '@/lib/messages';
import type { SightingKind } from '@/lib/model';

/** What logs tell of one address besides its refusals. */
export interface AlsoSeen {
  kinds: ReadonlyArray<{ kind: SightingKind; count: number }>;
  days: number;
}

/** `also 40 failed logins, 3 accepted mails, on 2 days`: stands behind the address. */
export function sayAlsoSeen({ kinds, days }: AlsoSeen, { t, language }: Pick<Translator, 't' | 'language'>): string {
  const list = kinds.map(({ kind, count }) => t(`sightings.kind.${kind}`, { count }));
  return t('sightings.also', { kinds: list.join(language === 'ja' ? '、' : ', '), days });
}
