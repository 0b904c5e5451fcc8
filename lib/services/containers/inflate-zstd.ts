import { ByteReader } from './byte-reader';
import { ContainerFault } from './container-fault';
import { WINDOW_BYTES } from './limits';
import { damaged, PADDING } from './zstd-bits';
import { inflateBlock, newFrameMemory } from './zstd-block';
import { BLOCK_BYTES } from './zstd-literals';

/** Room behind the window, so that it is moved to the front once in many blocks only. */
const SLACK_BYTES = 4 * 1024 * 1024;

/**
 * Inflates Zstandard (RFC 8878), all its frames. Ours, because the library for it (fzstd) moves the whole
 * window for each block, however small, and does not bound what one push gives. The content's own sum is not checked.
 * @throws ContainerFault after all that could be inflated.
 */
export async function* inflateZstd(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(source);
  const stored = new Uint8Array(BLOCK_BYTES + PADDING);
  let room = new Uint8Array(0);
  try {
    for (;;) {
      const first = await reader.takeSome(1);
      if (first === null) return;
      const magic = (first[0] ?? 0) + 256 * littleEndian(await need(reader, 3));
      if (magic >= 0x184d2a50 && magic <= 0x184d2a5f) {
        await skip(reader, littleEndian(await need(reader, 4)));
        continue;
      }
      if (magic !== 0xfd2fb528) throw damaged('magic');
      const frame = await readFrameHeader(reader);
      const capacity = frame.window + Math.max(SLACK_BYTES, 2 * BLOCK_BYTES);
      if (room.length < capacity) room = new Uint8Array(capacity);
      yield* inflateFrame(reader, frame, stored, room);
    }
  } finally {
    await reader.close();
  }
}

interface Frame {
  /** How far back a repetition may reach. */
  window: number;
  /** The text's whole length, where it is told. */
  contentBytes: number | null;
  hasSum: boolean;
}

async function readFrameHeader(reader: ByteReader): Promise<Frame> {
  const descriptor = littleEndian(await need(reader, 1));
  if ((descriptor & 8) !== 0) throw damaged('reserved bit');
  const single = (descriptor & 32) !== 0;
  const windowCode = single ? 0 : littleEndian(await need(reader, 1));
  const dictionary = littleEndian(await need(reader, [0, 1, 2, 4][descriptor & 3] ?? 0));
  if (dictionary !== 0) throw new ContainerFault('unsupported', 'zstd: packed with a dictionary');
  const sizeFlag = descriptor >> 6;
  const sizeBytes = sizeFlag === 0 ? (single ? 1 : 0) : 1 << sizeFlag;
  const size = littleEndian(await need(reader, sizeBytes)) + (sizeFlag === 1 ? 256 : 0);
  const base = 2 ** (10 + (windowCode >> 3));
  const window = single ? size : base + (base / 8) * (windowCode & 7);
  if (window > WINDOW_BYTES) throw new ContainerFault('window', `zstd: ${window} bytes`);
  return { window, contentBytes: sizeBytes === 0 ? null : size, hasSum: (descriptor & 4) !== 0 };
}

async function* inflateFrame(
  reader: ByteReader,
  { window, contentBytes, hasSum }: Frame,
  stored: Uint8Array,
  room: Uint8Array,
): AsyncGenerator<Uint8Array> {
  const memory = newFrameMemory();
  const limit = Math.min(window, BLOCK_BYTES);
  let at = 0;
  let total = 0;
  for (let last = false; !last; ) {
    const head = littleEndian(await need(reader, 3));
    last = (head & 1) !== 0;
    const kind = (head >> 1) & 3;
    const size = head >> 3;
    if (size > limit) throw damaged('size of a block');
    if (at + BLOCK_BYTES > room.length) {
      room.copyWithin(0, at - window, at);
      at = window;
    }
    let end = at + size;
    if (kind === 0) room.set(await need(reader, size), at);
    else if (kind === 1) room.fill(littleEndian(await need(reader, 1)), at, end);
    else if (kind === 2) {
      stored.set(await need(reader, size));
      stored.fill(0, size, size + PADDING);
      end = inflateBlock(stored, size, memory, room, { history: 0, to: at, limit });
    } else throw damaged('kind of a block');
    if (end > at) yield room.subarray(at, end);
    total += end - at;
    at = end;
  }
  if (hasSum) await need(reader, 4);
  if (contentBytes !== null && contentBytes !== total) throw damaged('size of the content');
}

async function need(reader: ByteReader, count: number): Promise<Uint8Array> {
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
