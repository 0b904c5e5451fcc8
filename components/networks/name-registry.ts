import type { Translator } from '@/lib/messages';

/** A registry by the name it goes by: `jpnic` is JPNIC everywhere. */
export function nameRegistry(id: string, t: Translator['t']): string {
  return id === 'unknown' ? t('page.networks.registry.unknown') : id.toUpperCase();
}
