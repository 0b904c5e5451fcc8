import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readSetting } from '@/lib/db/read/settings';
import { transaction } from '@/lib/db/transaction';
import { deleteSampleRows, sampleUploads } from '@/lib/db/write/sample';
import { writeSetting } from '@/lib/db/write/settings';
import { deleteUpload } from '@/lib/db/write/uploads';
import { message, UserError } from '@/lib/model';
import { createDirectory, decodeAnswer, parseAnswer } from '@/lib/registry';
import type { Context } from './context';
import { projectFolder } from './migrate-database';
import { removeOriginal } from './original';
import { receiveUpload } from './receive-upload';
import { requestDetection } from './request-detection';
import { storeAnswer } from './store-answer';

/** `added` once it was loaded, `removed` once it was taken out: it never comes back by itself. */
const SETTING = 'sampleCase';
/** The sample's log was written in Japan, at the end of its last day. */
const ZONE = 'Asia/Tokyo';
const FILE_TIME_MS = Date.UTC(2026, 7, 3, 14, 0);

const Index = z.array(z.object({ file: z.string(), server: z.string(), query: z.string(), askedAt: z.string() }));

/** The folder of the sample case: in the project, wherever the process runs. */
function sampleFolder(): string {
  return path.join(projectFolder(), 'lib/services/sample-case');
}

/**
 * Loads the sample case: an invented log and the registry answers to it, all marked as sample.
 * @param again also where it was loaded or removed before.
 * @returns false where nothing was done.
 */
export async function addSample(context: Context, again = true): Promise<boolean> {
  const state = readSetting(SETTING);
  if (state !== null && (!again || state === 'added')) return false;
  const log = readFileSync(path.join(sampleFolder(), 'maillog'));
  async function* chunks(): AsyncIterable<Uint8Array> {
    yield log;
  }
  await receiveUpload(
    context,
    {
      name: 'sample-maillog',
      source: 'sample',
      fileTimeMs: FILE_TIME_MS,
      zone: ZONE,
      year: null,
      expectedBytes: log.length,
    },
    chunks(),
  );
  const directory = createDirectory();
  transaction(() => {
    for (const { file, server, query, askedAt } of Index.parse(
      JSON.parse(readFileSync(path.join(sampleFolder(), 'answers/index.json'), 'utf8')),
    )) {
      const bytes = readFileSync(path.join(sampleFolder(), 'answers', file));
      const text = decodeAnswer(bytes, directory.get(server)?.charset ?? 'utf-8');
      storeAnswer(
        { server, query, bytes, text, askedMs: Date.parse(askedAt), source: 'sample' },
        parseAnswer(text, { server, query }),
      );
    }
    writeSetting(SETTING, 'added');
    requestDetection(context.nowMs);
  });
  return true;
}

/** Removes exactly what the sample case brought. It does not come back by itself. */
export async function removeSample(context: Context): Promise<void> {
  const uploads = sampleUploads();
  if (uploads.some((upload) => upload.state === 'reading'))
    throw new UserError('conflict', message('services.sample.still-reading'));
  transaction(() => {
    for (const upload of uploads) deleteUpload(upload.id);
    deleteSampleRows();
    writeSetting(SETTING, 'removed');
    requestDetection(context.nowMs);
  });
  for (const upload of uploads) removeOriginal(upload.path);
}
