'use client';

import { Link } from './link';
import { formatNumber } from '@/lib/messages';
import { useWords } from './language';

interface Props {
  value: number;
  /** The list that holds exactly what is counted. */
  href: string;
  /** What is counted, for screen readers where no column head says it. */
  label?: string;
  /** True where it was counted without the filter of the page. */
  ownFilter?: boolean;
}

/** A number that opens what it counts; zero opens nothing. */
export function Count({ value, href, label, ownFilter }: Props) {
  const { language } = useWords();
  const text = formatNumber(value, language);
  if (value === 0) return <span className="text-ink-3">{text}</span>;
  return (
    <Link href={href} ownFilter={ownFilter} aria-label={label ? `${text} ${label}` : undefined}>
      {text}
    </Link>
  );
}
