'use client';

import { useWords } from '@/components/ui/language';
import { Rich } from '@/components/ui/rich';
import type { Message } from '@/lib/model';

/** What a list's maker said of it. */
export function NoticeList({ notices }: { notices: readonly Message[] }) {
  const { rich } = useWords();
  return (
    <ul className="grid gap-2 text-s text-ink-2">
      {notices.map((notice) => (
        <li key={JSON.stringify(notice)}>
          <Rich parts={rich(notice)} />
        </li>
      ))}
    </ul>
  );
}
