'use client';

import { addressHref } from '@/components/addresses/address-href';
import { eventsHref, filterHref, valueOf } from '@/components/events/events-href';
import { exactly } from '@/lib/filter';
import { Link } from '@/components/ui/link';
import type { ReactNode } from 'react';
import { Empty } from '@/components/ui/empty';
import { PageHeader, SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Rich } from '@/components/ui/rich';
import { Visible } from '@/components/ui/visible';
import { type FoundView, hitsOf, type Hit } from './hits';

interface Props {
  question: string;
  found: FoundView;
}

/** What a text names, by kind, each with its own page. */
export function SearchResults({ question, found }: Props) {
  const { t, rich } = useWords();
  const groups = hitsOf(found).filter(({ hits }) => hits.length > 0);
  const sender = filterHref('/events', { terms: [{ field: 'text', negated: false, values: [exactly(question)] }] });
  if (question === '') {
    return <Empty heading title={t('page.search.title')} sentence={t('page.search.hint')} />;
  }
  return (
    <>
      <PageHeader
        title={
          <>
            {t('page.search.results')} <Mono text={question} />
          </>
        }
        lead={found.exact ? <ExactSentence exact={found.exact} /> : undefined}
      />
      {groups.map(({ kind, hits }) => (
        <section key={kind}>
          <SectionHeading>{t(`page.search.kind.${kind}`)}</SectionHeading>
          <ul className="border-t border-ink text-s">
            {hits.map((hit) => (
              <HitRow key={hit.href} hit={hit} />
            ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 && !found.exact ? (
        <div className="mt-6">
          <Empty title={t('page.search.nothing')} sentence={t('page.search.hint')} />
        </div>
      ) : null}
      {found.exact ? null : (
        <p className="mt-6 text-s text-ink-2">
          <Rich
            parts={rich({ key: 'page.search.in-senders', params: { question } })}
            link={(children) => <Link href={sender}>{children}</Link>}
          />
        </p>
      )}
    </>
  );
}

function ExactSentence({ exact }: { exact: NonNullable<FoundView['exact']> }) {
  const { rich } = useWords();
  const { text, single, seen, addresses } = exact;
  const key = seen === 0 ? 'page.search.exact-unseen' : single ? 'page.search.exact' : 'page.search.exact-block';
  const link = (children: ReactNode): ReactNode =>
    seen > 0 ? (
      <Link href={single ? addressHref(text) : eventsHref(['ip', valueOf('ip', text)])}>{children}</Link>
    ) : (
      children
    );
  return <Rich parts={rich({ key, params: { text, seen, addresses } })} link={link} />;
}

function HitRow({ hit }: { hit: Hit }) {
  const { t } = useWords();
  return (
    <li
      data-row
      tabIndex={-1}
      className="flex min-h-8 flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-1"
    >
      <span className="min-w-0">
        <Link href={hit.href} data-open>
          {hit.mono ? (
            <Mono text={hit.text} />
          ) : (
            <bdi>
              <Visible text={hit.text} />
            </bdi>
          )}
        </Link>{' '}
        {hit.more ? (
          <bdi className="text-ink-2">
            <Visible text={hit.more} />
          </bdi>
        ) : null}
      </span>
      {hit.events === undefined ? null : (
        <span className="text-ink-3">
          {hit.events === 0 ? t('ui.not-seen') : t('page.search.refusals', { count: hit.events })}
        </span>
      )}
    </li>
  );
}
