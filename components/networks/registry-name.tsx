'use client';

import { useWords } from '@/components/ui/language';

/** A registry by the name it goes by: `jpnic` is JPNIC everywhere. */
export function RegistryName({ id }: { id: string }) {
  const { t } = useWords();
  return id === 'unknown' ? t('page.networks.registry.unknown') : id.toUpperCase();
}
