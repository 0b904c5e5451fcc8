'use client';

import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Rich } from '@/components/ui/rich';
import type { Message } from '@/lib/model';

/** What a guard kept out of the list, and why. */
export function RefusedList({ refused }: { refused: ReadonlyArray<{ prefix: string; reason: Message }> }) {
  const { rich } = useWords();
  return (
    <ul className="text-s">
      {refused.map(({ prefix, reason }) => (
        <li key={prefix} className="border-b border-line py-1.5">
          <Mono text={prefix} className="font-medium" />
          <span className="block text-ink-2">
            <Rich parts={rich(reason)} />
          </span>
        </li>
      ))}
    </ul>
  );
}
