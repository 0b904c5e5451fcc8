'use client';

import { Link } from '@/components/ui/link';
import { GroupTable } from '@/components/groups/group-table';
import { type GroupView, refusalsHref } from '@/components/groups/group-view';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import type { LeakAction } from './leak-view';
import { ServiceForm } from './service-form';

interface Props {
  recipients: ReadonlyArray<{ group: GroupView; service: string | null }>;
  filter: string;
  utcOffsetMinutes: number;
  action: LeakAction;
}

/** Recipients among what a filter found, with a field to name the service of each. */
export function FoundRecipients({ recipients, filter, utcOffsetMinutes, action }: Props) {
  const { t } = useWords();
  return (
    <GroupTable
      caption={t('page.leaks.found')}
      head={t('page.leaks.recipient')}
      more={[{ label: t('page.leaks.service') }]}
      field="recipient"
      lines={recipients.map(({ group, service }) => ({
        group,
        name: (
          <Link href={refusalsHref(filter, 'recipient', group.value)} data-open>
            <Mono text={group.label} shorten={44} />
          </Link>
        ),
        cells: [<ServiceForm key="service" recipient={group.label} service={service} action={action} />],
      }))}
      {...{ filter, utcOffsetMinutes }}
    />
  );
}
