'use server';

import { type ActState, act, textOf } from '@/app/act';
import { changeFormat } from '@/lib/services/change-format';
import { requestRedate, requestRemoval } from '@/lib/services/change-upload';
import { discardResumable } from '@/lib/services/receive-resumable';
import { receiveUpload } from '@/lib/services/receive-upload';
import { resumeReading } from '@/lib/services/resume-reading';
import { readFormat } from './read-format';

/** A log pasted as text; goes to its page. */
export async function pasteLog(_state: ActState, form: FormData): Promise<ActState> {
  // Forms send CR LF; what was copied had LF.
  const bytes = new TextEncoder().encode(textOf(form, 'text').replaceAll('\r\n', '\n'));
  async function* chunks(): AsyncIterable<Uint8Array> {
    yield bytes;
  }
  return act(
    (context) => {
      const name = `paste-${new Date(context.nowMs).toISOString().slice(0, 19).replace(/[-:]/g, '')}.txt`;
      const input = {
        name,
        source: 'paste',
        fileTimeMs: null,
        zone: textOf(form, 'zone') || null,
        year: null,
      } as const;
      const format = readFormat(textOf(form, 'format'));
      return receiveUpload(context, { ...input, format, expectedBytes: bytes.length }, chunks());
    },
    ({ publicId, duplicate }) => `/uploads/${publicId}${duplicate ? '?duplicate=1' : ''}`,
  );
}

/** Another zone or year for an upload. */
export async function redate(_state: ActState, form: FormData): Promise<ActState> {
  const year = textOf(form, 'year');
  const publicId = textOf(form, 'id');
  return act(
    (context) =>
      requestRedate(context, { publicId, zone: textOf(form, 'zone'), year: year === '' ? null : Number(year) }),
    () => `/uploads/${publicId}`,
  );
}

/** Keeps the refusals of one mail server only. */
export async function reformat(_state: ActState, form: FormData): Promise<ActState> {
  const publicId = textOf(form, 'id');
  return act(
    (context) => changeFormat(context, { publicId, format: readFormat(textOf(form, 'format')) }),
    () => `/uploads/${publicId}`,
  );
}

/** Gives up what came in half. */
export async function discardUpload(_state: ActState, form: FormData): Promise<ActState> {
  return act(
    () => discardResumable(textOf(form, 'id')),
    () => '/uploads',
  );
}

/** Reads again, at once, what waits for room on the disk. */
export async function resumeUploads(_state: ActState, _form: FormData): Promise<ActState> {
  return act(resumeReading);
}

/** Removes an upload and all it brought; the list shows it going. */
export async function removeUpload(_state: ActState, form: FormData): Promise<ActState> {
  return act(
    (context) => requestRemoval(context, textOf(form, 'id')),
    () => '/uploads',
  );
}
