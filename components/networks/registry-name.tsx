'use client';

import { useWords } from '@/components/ui/language';
import { nameRegistry } from './name-registry';

/** A registry by the name it goes by. */
export function RegistryName({ id }: { id: string }) {
  return nameRegistry(id, useWords().t);
}
