import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { DataStore, Upload } from '@tus/server';
import { findReceiving } from '@/lib/db/read/receiving';
import { dataFolder, isDiskFull } from '@/lib/db/transaction';
import { findUploadByPublicId } from '@/lib/db/write/uploads';
import { message, UserError } from '@/lib/model';
import { ownerContext } from './context';
import { appendBytes } from './incoming-bytes';
import { originalPath } from './original';
import { beginResumable, describeComing, discardResumable, finishResumable, placeOf } from './receive-resumable';
import { readUploadMetadata } from './upload-metadata';

/**
 * Where the tus server keeps what comes in: bytes in the uploads folder, all else in the uploads' own rows. What was
 * taken in already counts as complete, so that a browser which missed the answer need not send it again.
 */
export class LogStore extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'termination'];

  override async create(upload: Upload): Promise<Upload> {
    const file = originalPath(placeOf(upload.id));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, '');
    beginResumable(ownerContext(), upload.id, readUploadMetadata(upload.metadata ?? {}, upload.size ?? 0));
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const row = findReceiving(id);
    const size = row?.sizeBytes ?? findUploadByPublicId(id)?.sizeBytes ?? 0;
    if (row) {
      const { received: offset } = await describeComing(row);
      if (offset !== size) return new Upload({ id, size, offset });
    }
    const { publicId, duplicate } = await finishResumable(ownerContext(), id);
    const whole = size || (findUploadByPublicId(publicId)?.sizeBytes ?? 0);
    // What the lost answer said: HEAD gives metadata back.
    return new Upload({ id, size: whole, offset: whole, metadata: { publicId, duplicate: String(duplicate) } });
  }

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const row = findReceiving(id);
    if (!row) return offset;
    try {
      return await appendBytes(id, originalPath(row.path), offset, readable);
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      const full = message('services.upload.no-room-left', { name: row.name, folder: dataFolder() });
      throw new UserError('unavailable', full, { cause: error });
    }
  }

  override async remove(id: string): Promise<void> {
    await discardResumable(id);
  }
}
