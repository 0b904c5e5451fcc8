'use client';

import { eventsHref } from '@/components/events/events-href';
import { idValue } from '@/lib/filter';
import { Link } from '@/components/ui/link';
import { ActionForm } from '@/components/evidence/action-form';
import { Chip } from '@/components/ui/chip';
import { Count } from '@/components/ui/count';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Pager } from '@/components/ui/pager';
import { Rich } from '@/components/ui/rich';
import { SubmitButton } from '@/components/ui/submit-button';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { ReadingProgress } from './reading-progress';
import { TimeRange } from './time-range';
import { formatFound, isTelling } from './found-formats';
import type { UploadAction } from './redate-form';
import { isUnderWay, type UploadView, waitsForRoom } from './upload-view';

interface Props {
  uploads: readonly UploadView[];
  total: number;
  offset: number;
  limit: number;
  /** Reads again what waits for room. */
  resume: UploadAction;
}

/** The uploads: what each brought, and how far it is. */
export function UploadTable({ uploads, total, offset, limit, resume }: Props) {
  const { t } = useWords();
  const pageHref = (at: number): string => (at === 0 ? '/uploads' : `/uploads?offset=${at}`);
  return (
    <div className="mt-8">
      <Table caption={t('page.uploads.list')}>
        <thead>
          <tr>
            <Th>{t('page.uploads.name')}</Th>
            <Th className="max-md:hidden">{t('page.uploads.received-at')}</Th>
            <Th right>{t('page.uploads.lines')}</Th>
            <Th right>{t('page.uploads.events')}</Th>
            <Th right>{t('page.uploads.unparsed')}</Th>
            <Th right>{t('page.uploads.addresses')}</Th>
            <Th>{t('page.uploads.range')}</Th>
          </tr>
        </thead>
        <tbody>
          {uploads.map((upload) => (
            <UploadTableRow key={upload.publicId} upload={upload} resume={resume} />
          ))}
        </tbody>
      </Table>
      <Pager
        shown={total > limit ? t('page.uploads.shown', { shown: uploads.length, total }) : undefined}
        newerHref={offset > 0 ? pageHref(Math.max(0, offset - limit)) : null}
        olderHref={offset + limit < total ? pageHref(offset + limit) : null}
      />
    </div>
  );
}

/** What is worth a word beside the numbers: the servers, what was known, and what stopped the reading. */
function UploadNotes({ upload, resume }: { upload: UploadView; resume: UploadAction }) {
  const { t, rich, language } = useWords();
  const { formats, known, error, members } = upload;
  const notes = [
    ...(members ? [t('page.uploads.members-title', { count: members.read + members.known + members.refused })] : []),
    ...(isTelling(formats) ? [formatFound(formats, language)] : []),
    ...(known > 0 ? [t('page.uploads.known-short', { known })] : []),
  ];
  return (
    <>
      {notes.length > 0 ? <p className="text-xs text-ink-3">{notes.join(' · ')}</p> : null}
      {error ? (
        <p className="my-1 border-l-3 border-ink pl-2 text-xs">
          <Rich parts={rich(error)} />
        </p>
      ) : null}
      {waitsForRoom(upload) ? (
        <ActionForm action={resume} className="my-1">
          <SubmitButton>{t('page.uploads.try-again')}</SubmitButton>
        </ActionForm>
      ) : null}
    </>
  );
}

function UploadTableRow({ upload, resume }: { upload: UploadView; resume: UploadAction }) {
  const { t } = useWords();
  return (
    <Row>
      <Td className="min-w-36">
        <Link href={`/uploads/${upload.publicId}`} data-open>
          <Mono text={upload.name} shorten={36} />
        </Link>{' '}
        {upload.origin === 'sample' ? <Chip dashed>{t('source.sample')}</Chip> : null}
        {upload.state === 'failed' ? <Chip>{t('page.uploads.state.failed')}</Chip> : null}
        <UploadNotes upload={upload} resume={resume} />
        {isUnderWay(upload) ? <ReadingProgress publicId={upload.publicId} name={upload.name} start={upload} /> : null}
      </Td>
      <Td className="max-md:hidden">
        <Time at={upload.receivedMs} utcOffsetMinutes={upload.receivedOffset} />
      </Td>
      <Td right>
        <Count value={upload.lines} href={`/uploads/${upload.publicId}`} />
      </Td>
      <Td right>
        <Count value={upload.events} href={eventsHref(['upload', idValue(upload.publicId)])} />
      </Td>
      <Td right>
        <Count value={upload.unparsed} href={`/uploads/${upload.publicId}#unparsed`} />
      </Td>
      <Td right>
        <Count value={upload.addresses} href={eventsHref(['upload', idValue(upload.publicId)])} />
      </Td>
      <Td className="whitespace-nowrap">
        <TimeRange {...upload} />
      </Td>
    </Row>
  );
}
