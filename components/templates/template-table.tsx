'use client';

import { Link } from '@/components/ui/link';
import { GroupTable } from '@/components/groups/group-table';
import { pageUnder } from '@/components/events/events-href';
import type { GroupView } from '@/components/groups/group-view';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { formatNumber } from '@/lib/messages';

interface Props {
  templates: ReadonlyArray<{ group: GroupView; organisations: number }>;
  filter: string;
  utcOffsetMinutes: number;
}

/** A template as it is shown: the null sender has no signs of its own. */
export function TemplateName({ pattern }: { pattern: string }) {
  const { t } = useWords();
  return pattern === '' ? (
    <span className="text-ink-2">{t('page.templates.null-sender')}</span>
  ) : (
    <Mono text={pattern} />
  );
}

/** Sender templates, and how many organisations use each. */
export function TemplateTable({ templates, filter, utcOffsetMinutes }: Props) {
  const { t, language } = useWords();
  return (
    <GroupTable
      caption={t('page.templates.title')}
      head={t('page.templates.pattern')}
      more={[{ label: t('page.templates.organisations'), right: true }]}
      field="template"
      lines={templates.map(({ group, organisations }) => ({
        group,
        name: (
          <Link href={pageUnder(`/templates/${group.id}`, filter)}>
            <TemplateName pattern={group.label} />
          </Link>
        ),
        cells: [
          organisations === 0 ? (
            <span key="none" className="text-ink-3">
              0
            </span>
          ) : (
            <Link key="organisations" href={pageUnder(`/templates/${group.id}`, filter)}>
              {formatNumber(organisations, language)}
            </Link>
          ),
        ],
      }))}
      {...{ filter, utcOffsetMinutes }}
    />
  );
}
