import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { UploadDetail } from '@/components/uploads/upload-detail';
import { readUnparsed, readUpload } from '@/lib/db/read/uploads';
import { localOffset } from '../../local-offset';
import { pageOffset } from '../../page-offset';
import { getUi } from '../../ui';
import { redate, removeUpload, resumeUploads } from '../actions';

const LIMIT = 50;

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<PageParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await connection();
  return { title: readUpload((await params).id)?.name ?? (await getUi()).t('page.uploads.title') };
}

export default async function UploadPage({ params, searchParams }: Props) {
  await connection();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const upload = readUpload(id);
  if (!upload) notFound();
  const offset = pageOffset(paramOf(query, 'offset'));
  return (
    <UploadDetail
      upload={{ ...upload, receivedOffset: localOffset(upload.receivedMs), fileOffset: localOffset(upload.fileTimeMs) }}
      unparsed={readUnparsed(id, { limit: LIMIT, offset })}
      page={{ offset, limit: LIMIT }}
      duplicate={paramOf(query, 'duplicate') !== undefined}
      zones={Intl.supportedValuesOf('timeZone')}
      actions={{ redate, remove: removeUpload, resume: resumeUploads }}
    />
  );
}
