'use client';

import { useWords } from '@/components/ui/language';
import { Rich } from '@/components/ui/rich';
import { message } from '@/lib/model';

interface Props {
  /** The newest first. */
  changes: ReadonlyArray<{
    field: string;
    old: string | null;
    new: string | null;
    atMs: number;
    utcOffsetMinutes: number;
  }>;
  /** Whose page it is: a network names contacts; a contact is named by networks. */
  of: 'network' | 'contact';
}

const FIELDS: Readonly<Record<Props['of'], ReadonlySet<string>>> = {
  network: new Set(['contact']),
  contact: new Set(['entry', 'network']),
};

/** Who was named before and is no longer, and since when. */
export function NoLongerNamed({ changes, of }: Props) {
  const { rich } = useWords();
  // Whoever went and came again is named: the newest word on each counts.
  const newest = new Map<string, Props['changes'][number]>();
  for (const change of changes) {
    const subject = change.old ?? change.new;
    if (FIELDS[of].has(change.field) && subject !== null && !newest.has(subject)) newest.set(subject, change);
  }
  const gone = [...newest].filter(([, change]) => change.new === null);
  if (gone.length === 0) return null;
  return (
    <ul className="mt-2 text-s text-ink-2">
      {gone.map(([subject, { atMs, utcOffsetMinutes }]) => (
        <li key={subject} className="border-b border-line py-1">
          <Rich parts={rich(message(`page.changes.no-longer.${of}`, { subject, sinceAt: atMs }), utcOffsetMinutes)} />
        </li>
      ))}
    </ul>
  );
}
