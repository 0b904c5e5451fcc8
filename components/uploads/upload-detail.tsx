'use client';

import { eventsHref } from '@/components/events/events-href';
import { idValue } from '@/lib/filter';
import { ActionForm } from '@/components/evidence/action-form';
import { LinkButton } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { PageHeader } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Notice } from '@/components/ui/notice';
import { Rich } from '@/components/ui/rich';
import { SubmitButton } from '@/components/ui/submit-button';
import { countMembers, type MemberView } from './archive-members';
import { MemberList } from './member-list';
import { NewsSection, type NewsView } from './news-section';
import { ReadingProgress } from './reading-progress';
import { ReformatForm } from './reformat-form';
import { RemoveForm } from './remove-form';
import { type UploadAction, RedateForm } from './redate-form';
import { UnparsedGroups, type ShapesView } from './unparsed-groups';
import { UnparsedList, type UnparsedView } from './unparsed-list';
import { UploadFacts } from './upload-facts';
import { isUnderWay, type UploadView, waitsForRoom } from './upload-view';

interface Props {
  upload: UploadView & { fileOffset: number };
  /** By shape, or, where asked for or not grouped, line by line. */
  unparsed: UnparsedView | null;
  shapes: ShapesView | null;
  news: NewsView | null;
  members: readonly MemberView[];
  page: { offset: number; limit: number };
  /** True where the same bytes were just sent again. */
  duplicate: boolean;
  zones: readonly string[];
  actions: { redate: UploadAction; reformat: UploadAction; remove: UploadAction; resume: UploadAction };
}

/** All of one upload: what it brought, how it was read, and what can be changed. */
export function UploadDetail({ upload, unparsed, shapes, news, members, ...rest }: Props) {
  const { t, rich } = useWords();
  const { page, duplicate, zones, actions } = rest;
  const { publicId, name, lines, events, known, addresses } = upload;
  // An archive only carries logs: what it brought is theirs.
  const isCarrier = members.length > 0;
  return (
    <>
      <PageHeader
        kicker={
          <>
            {t('page.uploads.kicker')}{' '}
            <Chip dashed={upload.origin === 'sample'}>{t(`page.uploads.source.${upload.source}`)}</Chip>
          </>
        }
        title={<Mono text={name} />}
        lead={
          isCarrier
            ? t('page.uploads.archive-result', countMembers(members))
            : upload.state === 'done'
              ? t('page.uploads.result', { lines, events, known, addresses })
              : undefined
        }
        actions={
          events > 0 ? (
            <LinkButton href={eventsHref(['upload', idValue(publicId)])}>{t('page.uploads.open-events')}</LinkButton>
          ) : undefined
        }
      />
      {duplicate ? <Notice>{t('page.uploads.duplicate-notice')}</Notice> : null}
      {upload.error ? (
        <Notice
          tone="error"
          action={
            waitsForRoom(upload) ? (
              <ActionForm action={actions.resume}>
                <SubmitButton>{t('page.uploads.try-again')}</SubmitButton>
              </ActionForm>
            ) : undefined
          }
        >
          <Rich parts={rich(upload.error)} />
        </Notice>
      ) : null}
      {isUnderWay(upload) ? (
        <div className="mt-6 max-w-[68ch]">
          <ReadingProgress publicId={publicId} name={name} start={upload} />
        </div>
      ) : null}
      <MemberList members={members} />
      <UploadFacts upload={upload} isCarrier={isCarrier} />
      {news && upload.state === 'done' && !isCarrier ? <NewsSection news={news} /> : null}
      {shapes ? <UnparsedGroups publicId={publicId} shapes={shapes} lines={upload.unparsed} page={page} /> : null}
      {unparsed ? <UnparsedList publicId={publicId} unparsed={unparsed} total={upload.unparsed} page={page} /> : null}
      {upload.state === 'done' && upload.pending !== 'forget' && !isCarrier ? (
        <>
          <RedateForm upload={upload} zones={zones} action={actions.redate} />
          <ReformatForm upload={upload} action={actions.reformat} />
        </>
      ) : null}
      {upload.pending === 'forget' ? null : <RemoveForm publicId={publicId} events={events} action={actions.remove} />}
    </>
  );
}
