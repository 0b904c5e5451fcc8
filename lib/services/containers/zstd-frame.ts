import type { ByteReader } from './byte-reader';
import { ContainerFault } from './container-fault';
import { WINDOW_BYTES } from './limits';

/** What a frame's header says (RFC 8878, 3.1.1.1). */
export interface ZstdFrame {
  /** The header's bytes, as the decoder is to have them: without the sum, which is passed over before it. */
  header: Uint8Array;
  /** How far back a repetition may reach. */
  window: number;
  /** The text's whole length, where it is told. */
  contentBytes: number | null;
  hasSum: boolean;
}

/** A block's header (3.1.1.2): 3 bytes, and what they say. */
export interface ZstdBlock {
  header: Uint8Array;
  isLast: boolean;
  kind: 'raw' | 'repeated' | 'packed';
  /** How many bytes lie behind the header. */
  storedBytes: number;
  /** The size it tells: of its text, or of its packed form. */
  size: number;
}

/** A block's text is no longer than this (3.1.1.2.4). */
const BLOCK_BYTES = 131_072;
const KINDS = ['raw', 'repeated', 'packed'] as const;

/** A fault of the kind that the bytes are not what they should be. */
export const damagedZstd = (detail: string, options?: ErrorOptions): ContainerFault =>
  new ContainerFault('damaged', `zstd: ${detail}`, options);

/**
 * Finds the next frame that has text, over those to be skipped. Null at the end.
 * @throws ContainerFault where it cannot be read, or asks for what it does not get.
 */
export async function nextFrame(reader: ByteReader): Promise<ZstdFrame | null> {
  for (;;) {
    const first = await reader.takeSome(1);
    if (first === null) return null;
    reader.putBack();
    const magic = littleEndian(await needZstd(reader, 4));
    if (magic === 0xfd2fb528) return readFrame(reader);
    if (magic < 0x184d2a50 || magic > 0x184d2a5f) throw damagedZstd('magic');
    await skip(reader, littleEndian(await needZstd(reader, 4)));
  }
}

async function readFrame(reader: ByteReader): Promise<ZstdFrame> {
  const descriptor = littleEndian(await needZstd(reader, 1));
  if ((descriptor & 8) !== 0) throw damagedZstd('reserved bit');
  const single = (descriptor & 32) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeFlag = descriptor >> 6;
  const sizeBytes = sizeFlag === 0 ? (single ? 1 : 0) : 1 << sizeFlag;
  const dictionaryAt = single ? 0 : 1;
  const sizeAt = dictionaryAt + dictionaryBytes;
  const rest = Uint8Array.from(await needZstd(reader, sizeAt + sizeBytes));
  if (littleEndian(rest.subarray(dictionaryAt, sizeAt)) !== 0)
    throw new ContainerFault('unsupported', 'zstd: packed with a dictionary');
  const size = littleEndian(rest.subarray(sizeAt)) + (sizeFlag === 1 ? 256 : 0);
  const code = rest[0] ?? 0;
  const base = 2 ** (10 + (code >> 3));
  const window = single ? size : base + (base / 8) * (code & 7);
  if (window > WINDOW_BYTES) throw new ContainerFault('window', `zstd: ${window} bytes`);
  return {
    header: Buffer.concat([Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, descriptor & ~4), rest]),
    window,
    contentBytes: sizeBytes === 0 ? null : size,
    hasSum: (descriptor & 4) !== 0,
  };
}

/** Reads a block's header. @throws ContainerFault where it is none, or the block too long for its frame. */
export async function readBlockHeader(reader: ByteReader, { window }: ZstdFrame): Promise<ZstdBlock> {
  const header = Uint8Array.from(await needZstd(reader, 3));
  const word = littleEndian(header);
  const size = word >> 3;
  const kind = KINDS[(word >> 1) & 3];
  if (kind === undefined) throw damagedZstd('kind of a block');
  if (size > Math.min(window, BLOCK_BYTES) || (kind === 'packed' && size === 0)) throw damagedZstd('size of a block');
  return { header, isLast: (word & 1) !== 0, kind, size, storedBytes: kind === 'repeated' ? 1 : size };
}

/** Exactly so many bytes, valid until the next call. @throws ContainerFault where the file ends before. */
export async function needZstd(reader: ByteReader, count: number): Promise<Uint8Array> {
  const bytes = await reader.take(count);
  if (bytes === null) throw new ContainerFault('cut-off', 'zstd: the bytes end');
  return bytes;
}

async function skip(reader: ByteReader, count: number): Promise<void> {
  for (let left = count; left > 0; ) {
    const part = await reader.takeSome(left);
    if (part === null) throw new ContainerFault('cut-off', 'zstd: the bytes end');
    left -= part.length;
  }
}

const littleEndian = (bytes: Uint8Array): number => bytes.reduceRight((value, byte) => value * 256 + byte, 0);
