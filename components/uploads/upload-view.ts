import type { LogFormat, Message } from '@/lib/model';

/** An upload in plain data; times are epoch ms, offsets minutes east of UTC. */
export interface UploadView {
  publicId: string;
  name: string;
  source: 'browser' | 'paste' | 'cli' | 'sample' | 'follow' | 'push';
  origin: 'user' | 'sample';
  sha256: string | null;
  sizeBytes: number;
  receivedMs: number;
  receivedOffset: number;
  fileTimeMs: number;
  zone: string;
  year: number | null;
  state: 'receiving' | 'waiting' | 'reading' | 'done' | 'failed';
  error: Message | null;
  bytesRead: number;
  lines: number;
  events: number;
  unparsed: number;
  /** Refusals that another upload had brought. */
  known: number;
  formats: ReadonlyArray<{ format: LogFormat; rejections: number }>;
  /** The one mail server it is restricted to; null: all that were found. */
  format: LogFormat | null;
  addresses: number;
  firstMs: number | null;
  lastMs: number | null;
  utcOffsetMinutes: number;
  pasted: boolean;
  pending: 'redate' | 'reformat' | 'forget' | null;
  /** How many files of an archive became what; null where it is none. */
  members: Readonly<Record<'read' | 'known' | 'refused', number>> | null;
}

/** True where it waits for room on the disk, and so can be tried again. */
export function waitsForRoom({ state, error }: UploadView): boolean {
  return state === 'waiting' && error?.key === 'services.upload.disk-full';
}

/** True while the worker has something to do for it. */
export function isUnderWay({ state, pending }: UploadView): boolean {
  return pending !== null || (state !== 'done' && state !== 'failed');
}
