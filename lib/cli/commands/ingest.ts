import path from 'node:path';
import { readUploadResult, type UploadResult } from '@/lib/db/read/upload-result';
import { readUpload, readUploadMembers } from '@/lib/db/read/uploads';
import { runJobs } from '@/lib/jobs';
import { createTranslator } from '@/lib/messages';
import type { ArchiveMember, Message } from '@/lib/model';
import { ownerContext } from '@/lib/services/context';
import { createHandlers } from '@/lib/services/handlers';
import { receiveLogFile } from '@/lib/services/receive-log-file';
import { keepHeapLean } from '../lean-heap';
import { readOptions, UsageError } from '../options';
import { printable } from '../printable';
import { readFormat } from '../read-format';
import { reportFault } from './worker';

/** `ingest [--year Y] [--zone Z] [--format NAME] FILE…`: reads logs into the database and says what came in. */
export async function runIngest(argv: string[]): Promise<number> {
  keepHeapLean();
  const { values, positionals } = readOptions(argv, {
    year: { type: 'string' },
    zone: { type: 'string' },
    format: { type: 'string' },
  });
  if (positionals.length === 0) throw new UsageError('ingest: name at least one log file.');
  const format = readFormat(values.format);
  const year = values.year === undefined ? null : Number(values.year);
  const received: Array<{ id: number; publicId: string; name: string; duplicate: boolean }> = [];
  for (const file of positionals) {
    const { id, publicId, duplicate } = await receiveLogFile(ownerContext(), file, {
      year,
      zone: values.zone ?? null,
      format,
    });
    // What was received before and not read to its end is read now.
    const known = duplicate && readUploadResult(id)?.state === 'done';
    received.push({ id, publicId, name: path.basename(file), duplicate: known });
  }
  const { ingest, unpack, detect } = createHandlers(process.env);
  await runJobs({
    handlers: { ingest, unpack, detect },
    signal: new AbortController().signal,
    nowMs: Date.now,
    until: 'settled',
    onFault: reportFault,
  });
  let failed = 0;
  for (const upload of received) {
    const result = readUploadResult(upload.id);
    if (result?.state !== 'done') failed++;
    const members = readUploadMembers(upload.publicId);
    // Of an archive its files are told; what it failed for is told besides.
    if (members.length === 0 || upload.duplicate || result?.error) {
      process.stderr.write(`${describe(upload, result)}\n`);
    }
    for (const member of upload.duplicate ? [] : members) {
      if (!isRead(member)) failed++;
      process.stderr.write(`${describeMember(upload.name, member)}\n`);
    }
  }
  return failed > 0 ? 1 : 0;
}

/** Whether there is nothing to tell of it but success; what is no log, or empty, is none. */
function isRead({ state, reason, publicId }: ArchiveMember): boolean {
  if (state === 'refused') return reason?.key === 'archive.attributes' || reason?.key === 'archive.empty';
  return reason === null && publicId !== null && readUpload(publicId)?.state === 'done';
}

/** What came of one file of an archive. */
function describeMember(archive: string, { name, state, publicId, reason }: ArchiveMember): string {
  const upload = publicId === null ? undefined : readUpload(publicId);
  const result = upload && { ...upload, error: upload.error && JSON.stringify(upload.error) };
  const told = reason && `${printable(archive)}: ${createTranslator('en').message(reason)}`;
  if (state === 'refused') return told ?? '';
  const described = describe({ name: `${archive} › ${name}`, duplicate: state === 'known' }, result);
  return told ? `${described}\n${told}` : described;
}

function describe({ name, duplicate }: { name: string; duplicate: boolean }, result: UploadResult | undefined): string {
  const shown = printable(name);
  if (duplicate)
    return `${shown}: these bytes were read before as ${JSON.stringify(result?.name ?? '')}; nothing was added.`;
  if (!result) return `${shown}: is gone.`;
  const { t, message } = createTranslator('en');
  if (result.error) return `${shown}: ${message(JSON.parse(result.error) as Message)}`;
  const { lines, events, unparsed, known, addresses } = result;
  const sentence = t('page.uploads.result', { lines, events, known, addresses });
  const rest = unparsed > 0 ? ` ${t('page.uploads.unparsed-title', { count: unparsed })}.` : '';
  return `${shown}: ${sentence}${rest}`;
}
