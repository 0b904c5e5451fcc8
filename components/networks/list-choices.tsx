'use client';

import { Link } from '@/components/ui/link';

interface Props {
  label: string;
  choices: ReadonlyArray<{ href: string; label: string; chosen: boolean }>;
}

/** A few views of a list as links, the one on show marked. */
export function ListChoices({ label, choices }: Props) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-s">
      <span className="text-ink-3" aria-hidden>
        {label}
      </span>
      {choices.map((choice) => (
        <Link
          key={choice.href}
          href={choice.href}
          aria-current={choice.chosen ? 'true' : undefined}
          className={choice.chosen ? 'font-medium text-ink no-underline' : 'text-ink-2'}
        >
          {choice.label}
        </Link>
      ))}
    </nav>
  );
}
