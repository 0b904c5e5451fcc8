'use client';

import { Link } from '@/components/ui/link';
import { useWords } from '@/components/ui/language';
import { Rich } from '@/components/ui/rich';

interface Props {
  publicId: string;
  name: string;
  lines: number;
  events: number;
  /** Of these, refusals from networks of operators that nobody has rejected. */
  known: number;
  operators: number;
  done: boolean;
}

/** What the newest log held, and how much of it we can put a name to. */
export function NewestUpload({ publicId, name, lines, events, known, operators, done }: Props) {
  const { rich } = useWords();
  const key = !done
    ? 'page.findings.newest-reading'
    : operators > 0
      ? 'page.findings.newest-known'
      : 'page.findings.newest';
  return (
    <Rich
      parts={rich({ key, params: { name, lines, events, known, operators } })}
      link={(children) => <Link href={`/uploads/${publicId}`}>{children}</Link>}
    />
  );
}
