'use client';

import { Link } from './link';
import { useWords } from './language';

interface Props {
  /** The number in the circle, 1-based in its list. */
  number: number;
  /** The same page with `?evidence=…`: opens the drawer, keeps the place. */
  href: string;
  /** Set on the first mark of a row or page, so that `e` opens it. */
  first?: boolean;
}

/** The number in a circle that stands behind a claim and opens how we know it. */
export function EvidenceMark({ number, href, first = false }: Props) {
  const { t } = useWords();
  return (
    <Link
      href={href}
      scroll={false}
      data-key={first ? 'e' : undefined}
      aria-label={t('ui.evidence-mark', { number })}
      className="relative mx-1 inline-grid h-[18px] min-w-[18px] place-items-center rounded-full border border-edge px-1 align-[2px] font-sans text-xs leading-none font-medium text-ink-2 no-underline before:absolute before:-inset-1 before:content-[''] hover:border-ink hover:text-ink"
    >
      {number}
    </Link>
  );
}
