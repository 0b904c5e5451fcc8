import { Decompress } from 'fzstd';
import { ByteReader } from './byte-reader';
import { ContainerFault } from './container-fault';
import { LONGEST_STEP_MS, runWithin } from './run-within';
import { damagedZstd, needZstd, nextFrame, readBlockHeader, type ZstdFrame } from './zstd-frame';

/** The decoder moves its whole window for each block, however short. For each byte of text it may move so many. */
const MOVES_PER_BYTE = 2048;

/** What made-up input may cost. */
interface WorkLimits {
  /** How long one block may take, milliseconds. */
  blockMs: number;
  /** How many bytes may be moved beyond {@link MOVES_PER_BYTE}. */
  freeMoves: number;
}

/** The moves are a minute's work. */
const WORK_LIMITS: WorkLimits = { blockMs: LONGEST_STEP_MS, freeMoves: 256 * 1024 ** 3 };

/**
 * Before it has 18 bytes, the decoder (0.1.1) looks at none: the shortest header has 6, and four raw blocks of no
 * bytes make it up.
 */
const EMPTY_BLOCKS = new Uint8Array(12);

/**
 * Inflates Zstandard (RFC 8878), all its frames, by fzstd. Each block is pushed by itself, so that one push gives
 * 128 KiB at most. The content's own sum (xxHash) is not checked: fzstd does not.
 * @throws ContainerFault after all that could be inflated.
 */
export async function* inflateZstd(
  source: AsyncIterable<Uint8Array>,
  limits = WORK_LIMITS,
): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(source);
  const work = { moved: 0, given: 0 };
  try {
    for (let frame = await nextFrame(reader); frame !== null; frame = await nextFrame(reader))
      yield* inflateFrame(reader, frame, work, limits);
  } finally {
    await reader.close();
  }
}

async function* inflateFrame(
  reader: ByteReader,
  frame: ZstdFrame,
  work: { moved: number; given: number },
  { blockMs, freeMoves }: WorkLimits,
): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let decoder: Decompress | null = null;
  let total = 0;
  for (let isLast = false; !isLast; ) {
    const block = await readBlockHeader(reader, frame);
    ({ isLast } = block);
    const stored = await needZstd(reader, block.storedBytes);
    if (block.size === 0) continue;
    work.moved += frame.window * (decoder === null ? 2 : 1);
    if (work.moved > freeMoves + MOVES_PER_BYTE * work.given)
      throw new ContainerFault('unsupported', 'zstd: many short blocks under a large window');
    decoder ??= openDecoder(frame, pieces);
    pushBlock(decoder, block.header, stored, blockMs);
    for (const piece of pieces.splice(0)) {
      if (piece.length === 0) continue;
      total += piece.length;
      work.given += piece.length;
      yield piece;
    }
  }
  if (frame.hasSum) await needZstd(reader, 4);
  if (frame.contentBytes !== null && frame.contentBytes !== total) throw damagedZstd('size of the content');
}

function openDecoder({ header }: ZstdFrame, pieces: Uint8Array[]): Decompress {
  const decoder = new Decompress((piece) => pieces.push(piece));
  decoder.push(Buffer.concat([header, EMPTY_BLOCKS]));
  return decoder;
}

/** In two pushes: else the decoder keeps what it was given as long as the frame lasts. */
function pushBlock(decoder: Decompress, header: Uint8Array, stored: Uint8Array, blockMs: number): void {
  try {
    decoder.push(header);
    runWithin(blockMs, () => decoder.push(stored));
  } catch (error) {
    throw damagedZstd(String(error), { cause: error });
  }
}
