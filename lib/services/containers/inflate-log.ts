import { type Message, message, UserError } from '@/lib/model';
import { ContainerFault, type FaultKind } from './container-fault';
import { inflateGzip } from './inflate-gzip';
import { type InflateLimits, WINDOW_BYTES } from './limits';
import { type Compression, isCompression } from './recognise';
import { readHead } from './read-head';
import { DICTIONARY_BYTES } from './xz-stream';

type Inflate = (source: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array>;

/** The decoders. Those that are packages are loaded when first needed: most logs are plain or gzip, and starts are many. */
const INFLATE: Readonly<Record<Compression, () => Inflate | Promise<Inflate>>> = {
  gzip: () => inflateGzip,
  bzip2: async () => (await import('./inflate-bzip2')).inflateBzip2,
  xz: async () => (await import('./inflate-xz')).inflateXz,
  zstd: async () => (await import('./inflate-zstd')).inflateZstd,
};

/** The stored form is handed on in such steps, so that it is known what each came to. */
const STEP_BYTES = 16_384;
const MIB = 1024 ** 2;

/**
 * A log's text out of its stored bytes: as they are, or inflated where their first bytes say so.
 * A chunk is valid until the next one is asked for.
 * @param name as the user knows it, for what is wrong with it
 * @throws UserError where it is no log (an archive, or packed twice), is cut off or damaged, or exceeds the limits;
 * each after all that could be read.
 */
export async function* inflateLog(
  source: AsyncIterable<Uint8Array>,
  name: string,
  limits: InflateLimits,
): AsyncGenerator<Uint8Array> {
  const { kind, chunks, close } = await readHead(source);
  if (kind === null) return yield* chunks;
  if (!isCompression(kind)) {
    await close();
    throw new UserError('bad-input', message('open-log.archive', { name }));
  }
  const inner = await readHead(inflateWithin(kind, chunks, name, limits));
  if (inner.kind === null) return yield* inner.chunks;
  await inner.close();
  const key = isCompression(inner.kind) ? 'open-log.packed-twice' : 'open-log.archive';
  throw new UserError('bad-input', message(key, { name }));
}

/** Inflates one layer, within the limits. @throws UserError as {@link inflateLog}. */
export async function* inflateWithin(
  kind: Compression,
  source: AsyncIterable<Uint8Array>,
  name: string,
  limits: Pick<InflateLimits, 'logBytes' | 'ratio' | 'freeBytes'>,
  progress: { stored: number } = { stored: 0 },
): AsyncGenerator<Uint8Array> {
  let total = 0;
  try {
    const inflate = await INFLATE[kind]();
    for await (const chunk of inflate(countSteps(source, progress))) {
      total += chunk.length;
      checkGrowth({ total, stored: progress.stored }, name, limits);
      yield chunk;
    }
  } catch (error) {
    if (!(error instanceof ContainerFault)) throw error;
    throw explainFault(error, kind, name);
  }
}

/** @throws UserError where a text has become longer than it may be, or than its packed form tells of a log. */
export function checkGrowth(
  { total, stored }: { total: number; stored: number },
  name: string,
  { logBytes, ratio, freeBytes }: Pick<InflateLimits, 'logBytes' | 'ratio' | 'freeBytes'>,
): void {
  if (total > freeBytes && total > stored * ratio)
    throw new UserError('bad-input', message('open-log.ratio', { name, ratio }));
  if (total > logBytes)
    throw new UserError('bad-input', message('open-log.too-long', { name, mib: Math.floor(logBytes / MIB) }));
}

async function* countSteps(
  source: AsyncIterable<Uint8Array>,
  progress: { stored: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += STEP_BYTES) {
      const step = chunk.subarray(at, at + STEP_BYTES);
      progress.stored += step.length;
      yield step;
    }
  }
}

const KEYS: Readonly<Record<FaultKind, string>> = {
  'cut-off': 'open-log.cut-off',
  damaged: 'open-log.damaged',
  window: 'open-log.window',
  unsupported: 'open-log.unsupported',
};

function explainFault(fault: ContainerFault, kind: Compression, name: string): UserError {
  const mib = (kind === 'xz' ? DICTIONARY_BYTES : WINDOW_BYTES) / MIB;
  const params: Message['params'] = fault.kind === 'window' ? { name, format: kind, mib } : { name, format: kind };
  return new UserError('bad-input', message(KEYS[fault.kind], params), { cause: fault });
}
