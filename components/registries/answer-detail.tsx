'use client';

import { DeletedText } from '@/components/evidence/deleted-text';
import { QueryText } from '@/components/evidence/query-text';
import { Link } from '@/components/ui/link';
import { AnswerText } from '@/components/ui/answer-text';
import { Chip } from '@/components/ui/chip';
import { CopyButton } from '@/components/ui/copy-button';
import { Facts } from '@/components/ui/facts';
import { PageHeader, SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Time } from '@/components/ui/time';
import { Visible } from '@/components/ui/visible';
import { formatBytes } from '@/lib/messages';
import { type KeptAnswerView, Status } from './answer-table';

interface Props {
  answer: KeptAnswerView & {
    sha256: string;
    text: string;
    purgedMs: number | null;
    networks: ReadonlyArray<{ id: number; text: string }>;
    organisations: ReadonlyArray<{ id: number; name: string }>;
    contacts: ReadonlyArray<{ id: number; handle: string }>;
  };
  /** The registry's own terms, as it words them. */
  terms: string;
  utcOffsetMinutes: number;
}

/** One answer as it came: whom, what, when, its hash, and what it told us. */
export function AnswerDetail({ answer, terms, utcOffsetMinutes }: Props) {
  const { t, language } = useWords();
  const links = (items: ReadonlyArray<{ href: string; text: string; mono: boolean }>) =>
    items.length === 0 ? null : (
      <span className="flex flex-wrap gap-x-3 gap-y-1">
        {items.map(({ href, text, mono }) => (
          <Link key={href} href={href}>
            {mono ? (
              <Mono text={text} />
            ) : (
              <bdi>
                <Visible text={text} />
              </bdi>
            )}
          </Link>
        ))}
      </span>
    );
  return (
    <>
      <PageHeader
        kicker={
          <>
            <Link href="/registries">{t('page.registries.title')}</Link> · {t('page.registries.answer-title')}
          </>
        }
        title={
          <>
            <Mono text={answer.server} /> <QueryText query={answer.query} shorten={80} className="text-ink-2" />
          </>
        }
        actions={answer.purgedMs === null ? <CopyButton text={answer.text} /> : null}
      />
      <SectionHeading>{t('page.registries.told')}</SectionHeading>
      <Facts
        items={[
          {
            label: t('page.registries.outcome'),
            value: (
              <>
                <Status status={answer.status} />{' '}
                <Chip dashed={answer.source !== 'live'}>{t(`source.${answer.source}`)}</Chip>
              </>
            ),
          },
          {
            label: t('page.registries.asked-at'),
            value: <Time at={answer.askedMs} utcOffsetMinutes={utcOffsetMinutes} style="second" />,
          },
          {
            label: t('page.registries.networks'),
            value: links(answer.networks.map(({ id, text }) => ({ href: `/networks/${id}`, text, mono: true }))),
          },
          {
            label: t('page.registries.organisations'),
            value: links(
              answer.organisations.map(({ id, name }) => ({ href: `/organisations/${id}`, text: name, mono: false })),
            ),
          },
          {
            label: t('page.registries.contacts'),
            value: links(
              answer.contacts.map(({ id, handle }) => ({ href: `/contacts/${id}`, text: handle, mono: true })),
            ),
          },
          { label: t('page.registries.size'), value: formatBytes(answer.sizeBytes, language) },
          { label: 'SHA-256', value: <Mono text={answer.sha256} shorten={28} /> },
          { label: t('page.registries.terms'), value: terms ? <span className="text-ink-2">{terms}</span> : null },
        ]}
      />
      <SectionHeading>{t('page.registries.raw')}</SectionHeading>
      {answer.purgedMs === null ? (
        <AnswerText text={answer.text} label={t('page.registries.raw')} />
      ) : (
        <DeletedText atMs={answer.purgedMs} utcOffsetMinutes={utcOffsetMinutes} />
      )}
    </>
  );
}
