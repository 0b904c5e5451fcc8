import type { Metadata } from 'next';
import { connection } from 'next/server';
import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { SectionHeading, PageHeader } from '@/components/ui/headings';
import { DropZone } from '@/components/uploads/drop-zone';
import { PasteForm } from '@/components/uploads/paste-form';
import { StoppedList } from '@/components/uploads/stopped-list';
import { UploadTable } from '@/components/uploads/upload-table';
import { readUploads } from '@/lib/db/read/uploads';
import { listComing } from '@/lib/services/receive-resumable';
import { machineZone } from '@/lib/services/receive-upload';
import { localOffset } from '../local-offset';
import { pageOffset } from '../page-offset';
import { getUi } from '../ui';
import { discardUpload, pasteLog, resumeUploads } from './actions';

const LIMIT = 50;
/** Of what stopped half-way, so many are shown. */
const STOPPED = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.uploads.title') };
}

export default async function UploadsPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  await connection();
  const [{ t }, params, coming] = await Promise.all([getUi(), searchParams, listComing(STOPPED)]);
  const offset = pageOffset(paramOf(params, 'offset'));
  const { uploads, total } = readUploads({ limit: LIMIT, offset });
  const zone = machineZone();
  return (
    <>
      <PageHeader
        title={t('page.uploads.title')}
        lead={total === 0 ? t('page.uploads.lead-empty') : t('page.uploads.lead', { count: total })}
      />
      <div className="mt-6">
        <DropZone zone={zone} zones={Intl.supportedValuesOf('timeZone')} large={total === 0} />
      </div>
      <StoppedList
        coming={coming.map((upload) => ({ ...upload, lastOffset: localOffset(upload.lastMs) }))}
        discard={discardUpload}
      />
      {total > 0 ? (
        <UploadTable
          uploads={uploads.map((upload) => ({ ...upload, receivedOffset: localOffset(upload.receivedMs) }))}
          total={total}
          offset={offset}
          limit={LIMIT}
          resume={resumeUploads}
        />
      ) : null}
      <SectionHeading>{t('page.uploads.paste-title')}</SectionHeading>
      <PasteForm action={pasteLog} zone={zone} />
    </>
  );
}
