'use client';

import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { type AlsoSeen, sayAlsoSeen } from './also-seen';

/** What logs tell of these addresses besides their refusals, a sentence each. */
export function AlsoList({ addresses }: { addresses: ReadonlyArray<AlsoSeen & { address: string }> }) {
  const words = useWords();
  if (addresses.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-1 text-s text-ink-2">
      {addresses.map((seen) => (
        <li key={seen.address}>
          <Mono text={seen.address} /> {sayAlsoSeen(seen, words)}
        </li>
      ))}
    </ul>
  );
}
