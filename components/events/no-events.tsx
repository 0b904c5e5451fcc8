'use client';

import { LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { useWords } from '@/components/ui/language';

/** Nothing to show: because nothing was read yet, or nothing matches. */
export function NoEvents({ filtered }: { filtered: boolean }) {
  const { t } = useWords();
  return filtered ? (
    <Empty
      title={t('page.events.none')}
      sentence={t('page.events.none-hint')}
      action={
        <LinkButton href="/events" ownFilter>
          {t('page.events.show-all')}
        </LinkButton>
      }
    />
  ) : (
    <Empty
      title={t('page.events.empty')}
      sentence={t('page.events.empty-hint')}
      command="npm run -s cli -- ingest /var/log/mail.log*"
      action={<LinkButton href="/uploads">{t('page.events.empty-upload')}</LinkButton>}
    />
  );
}
