import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { message, UserError } from '@/lib/model';
import type { Context } from './context';
import { type ReceivedUpload, receiveUpload } from './receive-upload';

/**
 * Takes a log file of this machine as an upload.
 * @throws UserError where it cannot be read.
 */
export async function receiveLogFile(
  context: Context,
  file: string,
  clock: { year: number | null; zone: string | null },
): Promise<ReceivedUpload> {
  const info = await stat(file).catch((error: unknown) => {
    throw new UserError(
      'bad-input',
      message('services.upload.unreadable', {
        name: file,
        problem: error instanceof Error ? error.message : String(error),
      }),
      { cause: error },
    );
  });
  if (!info.isFile()) throw new UserError('bad-input', message('services.upload.no-file', { name: file }));
  return receiveUpload(
    context,
    {
      name: path.basename(file),
      source: 'cli',
      fileTimeMs: Math.round(info.mtimeMs),
      ...clock,
      expectedBytes: info.size,
    },
    createReadStream(file, { highWaterMark: 1 << 20 }),
  );
}
