import { waitForRoom } from './disk-full';
import { renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { isDiskFull } from '@/lib/db/transaction';
import type { LeasedJob } from '@/lib/db/write/jobs';
import {
  dropOriginal,
  findUpload,
  finishUpload,
  setUploadMembers,
  setUploadState,
  type StoredUpload,
} from '@/lib/db/write/uploads';
import type { JobContext, Outcome } from '@/lib/jobs';
import { type ArchiveMember, message, UserError } from '@/lib/model';
import { canUnpack, findArchive } from './containers/find-archive';
import type { InflateLimits } from './containers/limits';
import { openArchive } from './containers/open-archive';
import { refuseNested, type StoredMember, storeMembers } from './containers/store-members';
import { publicIdFrom } from './ids';
import { originalPath, removeOriginal } from './original';
import { findKnown, queueStored } from './receive-upload';

const Payload = z.object({ uploadId: z.number().int() });

/** Bytes of the archive after which progress is written. */
const PROGRESS_BYTES = 32 * 1024 * 1024;

export interface UnpackOptions {
  /** Whether the archive's bytes stay when all is out. */
  keepOriginal: boolean;
  limits: InflateLimits;
}

/**
 * Makes an upload of each log in an archive. All of them are written in one transaction with the end of the job, and
 * have ids that follow from the archive and their bytes: killed at any moment and run again, nothing is lost, doubled
 * or left behind.
 */
export async function unpackArchive(job: LeasedJob, context: JobContext, options: UnpackOptions): Promise<Outcome> {
  const { uploadId } = Payload.parse(JSON.parse(job.payload));
  const upload = findUpload(uploadId);
  if (!upload || upload.state === 'done') return { kind: 'done', write: () => undefined };
  setUploadState(uploadId, 'reading');
  const folder = `${originalPath(path.join('uploads', upload.publicId))}.members`;
  try {
    await rm(folder, { recursive: true, force: true });
    const read = await storeAll(upload, folder, context, options.limits);
    if (read === null) {
      await rm(folder, { recursive: true, force: true });
      return { kind: 'interrupted' };
    }
    return finish(upload, folder, read, context, options.keepOriginal);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (!isDiskFull(error)) throw error;
    return waitForRoom(context, (why) => setUploadState(uploadId, 'waiting', why));
  }
}

interface Unpacked {
  members: StoredMember[];
  /** Why the archive could not be read to its end; what came before is kept. */
  fault: UserError | null;
}

/** Null where the process was told to end. */
async function storeAll(
  upload: StoredUpload,
  folder: string,
  context: JobContext,
  limits: InflateLimits,
): Promise<Unpacked | null> {
  const { id, name, sizeBytes } = upload;
  const file = originalPath(upload.path);
  const found = await findArchive(file);
  if (found === null || !canUnpack(found)) {
    return { members: [], fault: new UserError('bad-input', message('archive.damaged', { name })) };
  }
  let written = 0;
  const onRead = (bytes: number): void => {
    if (bytes - written < PROGRESS_BYTES) return;
    written = bytes;
    context.renew();
    setUploadMembers(id, [], bytes);
  };
  const stored: StoredMember[] = [];
  let fault: UserError | null = null;
  try {
    const archive = openArchive(found, { path: file, size: sizeBytes, name }, limits, onRead);
    if (!(await storeMembers(archive, folder, stored, limits, context.signal))) return null;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    fault = error;
  }
  return { members: await refuseNested(stored), fault };
}

function finish(
  upload: StoredUpload,
  folder: string,
  { members, fault }: Unpacked,
  context: JobContext,
  keepOriginal: boolean,
): Outcome {
  const error =
    fault?.sentence ??
    (members.some(({ stored }) => stored) ? null : message('archive.nothing', { name: upload.name }));
  const write = (): void => {
    const told = new MemberRows(upload, context.nowMs()).add(members);
    finishUpload(upload.id, { bytesRead: upload.sizeBytes, lines: 0, pasted: false, formats: [] });
    setUploadMembers(upload.id, told, upload.sizeBytes);
    if (error) setUploadState(upload.id, 'failed', error);
    else if (!keepOriginal) dropOriginal(upload.id);
  };
  if (error) {
    // Nothing of it runs after a failed job, so the folder goes with the rows.
    const withFolder = (): void => {
      write();
      rmSync(folder, { recursive: true, force: true });
    };
    return { kind: 'failed', error, write: withFolder };
  }
  return {
    kind: 'done',
    write,
    after: () => {
      rmSync(folder, { recursive: true, force: true });
      if (!keepOriginal) removeOriginal(upload.path);
    },
  };
}

/** Writes the members' rows, and tells what came of each. Runs within a transaction. */
class MemberRows {
  private readonly seen = new Set<string>();

  constructor(
    private readonly archive: StoredUpload,
    private readonly nowMs: number,
  ) {}

  add(members: readonly StoredMember[]): ArchiveMember[] {
    return members.map(({ name, sizeBytes, mtimeMs, stored, reason }) => {
      if (stored === null) return { name, sizeBytes, state: 'refused', publicId: null, reason };
      const { sha256, file } = stored;
      const publicId = publicIdFrom(`${this.archive.publicId} ${sha256}`);
      const known = findKnown(sha256);
      if (known) {
        // Ours from an earlier run that did not come to its end is no earlier upload.
        const state = known.publicId === publicId && !this.seen.has(sha256) ? 'read' : 'known';
        return { name, sizeBytes, state, publicId: known.publicId, reason };
      }
      this.seen.add(sha256);
      this.queue({ name, sizeBytes, mtimeMs, sha256, file, publicId });
      return { name, sizeBytes, state: 'read', publicId, reason };
    });
  }

  private queue(member: {
    name: string;
    sizeBytes: number;
    mtimeMs: number | null;
    sha256: string;
    file: string;
    publicId: string;
  }): void {
    const { publicId, sizeBytes, sha256 } = member;
    const { name, source, fileTimeMs, zone, year, format } = this.archive;
    const relative = path.join('uploads', publicId);
    renameSync(member.file, originalPath(relative));
    queueStored(
      { actor: 'owner', nowMs: this.nowMs },
      {
        publicId,
        name: `${name} › ${member.name}`,
        source,
        fileTimeMs: member.mtimeMs ?? fileTimeMs,
        zone,
        year,
        format,
        sha256,
        sizeBytes,
        path: relative,
      },
      'ingest',
    );
  }
}
