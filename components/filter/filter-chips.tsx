'use client';

import { Link } from '@/components/ui/link';
import { hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Visible } from '@/components/ui/visible';
import { parseFilter, printFilter, printTerm, type Term, withoutTerm } from '@/lib/filter';

interface Props {
  /** The filter as it is in the URL. */
  value: string;
  path: string;
  params: PageParams;
  /** Parameters that have no meaning for another filter, such as the place in the list. */
  dropped?: readonly string[];
  /** What ids stand for, by their terms' texts without the minus: `org:#3`. */
  names?: Readonly<Record<string, string>>;
}

/** The terms of the filter, each with a link to the page without it. */
export function FilterChips({ value, path, params, dropped = [], names = {} }: Props) {
  const { t } = useWords();
  const { filter } = parseFilter(value);
  if (filter.terms.length === 0) return null;
  const cleared: Record<string, string | null> = Object.fromEntries(dropped.map((name) => [name, null]));
  const hrefOf = (text: string): string => hrefWith(path, params, { ...cleared, q: text === '' ? null : text });
  return (
    <ul aria-label={t('filter.chips')} className="flex flex-wrap items-center gap-2 text-s">
      {filter.terms.map((term, index) => (
        <li key={index} className="max-w-full">
          <FilterChip term={term} names={names} href={hrefOf(printFilter(withoutTerm(filter, index)))} />
        </li>
      ))}
      {filter.terms.length > 1 ? (
        <li>
          <Link href={hrefOf('')} ownFilter className="py-1 text-ink-2">
            {t('filter.clear')}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}

function FilterChip({ term, names, href }: { term: Term; names: Readonly<Record<string, string>>; href: string }) {
  const { t } = useWords();
  const name = names[printTerm({ ...term, negated: false })];
  return (
    <span className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-m border border-line-2 bg-sheet pl-2.5">
      {term.negated ? <b>{t('filter.not')}</b> : null}
      <span className="min-w-0">
        <Mono text={printTerm({ ...term, negated: false })} shorten={44} />
        {name === undefined ? null : (
          <>
            {' '}
            <bdi>
              <Visible text={name} />
            </bdi>
          </>
        )}
      </span>
      <Link
        href={href}
        ownFilter
        aria-label={t('filter.remove', { term: printTerm(term) })}
        className="grid size-8 place-items-center rounded-m text-ink-2 no-underline hover:text-ink"
      >
        ×
      </Link>
    </span>
  );
}
