import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { connection } from 'next/server';
import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { joinMembers } from '@/components/uploads/archive-members';
import { UploadDetail } from '@/components/uploads/upload-detail';
import { readUnparsedShapes, readUploadNews } from '@/lib/db/read/upload-news';
import { readMemberUploads, readUnparsed, readUpload, readUploadMembers } from '@/lib/db/read/uploads';
import { localOffset } from '../../local-offset';
import { pageOffset } from '../../page-offset';
import { getUi } from '../../ui';
import { redate, reformat, removeUpload, resumeUploads } from '../actions';

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
  // What stopped half-way has its place, and its way on, on the list.
  if (upload.state === 'receiving') redirect('/uploads');
  const offset = pageOffset(paramOf(query, 'offset'));
  const page = { limit: LIMIT, offset };
  const shapes = paramOf(query, 'lines') === undefined ? readUnparsedShapes(id, page) : null;
  return (
    <UploadDetail
      upload={{ ...upload, receivedOffset: localOffset(upload.receivedMs), fileOffset: localOffset(upload.fileTimeMs) }}
      shapes={shapes}
      unparsed={shapes ? null : readUnparsed(id, page)}
      news={readUploadNews(id)}
      members={joinMembers(readUploadMembers(id), readMemberUploads(id))}
      page={page}
      duplicate={paramOf(query, 'duplicate') !== undefined}
      zones={Intl.supportedValuesOf('timeZone')}
      actions={{ redate, reformat, remove: removeUpload, resume: resumeUploads }}
    />
  );
}
