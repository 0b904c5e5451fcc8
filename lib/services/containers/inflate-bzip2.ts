import newBitReader, { type BitReader } from 'unbzip2-stream/lib/bit_iterator.js';
import bzip2 from 'unbzip2-stream/lib/bzip2.js';
import { ByteReader } from './byte-reader';
import { ContainerFault } from './container-fault';

/** A block's codes are 20 bits at most for each of its 900,000 symbols, and its tables are small. */
const LARGEST_BLOCK = 2_400_000;
const READ_BYTES = 65_536;
const PIECE_BYTES = 65_536;

/**
 * Inflates bzip2, all its streams, block by block: 46 MB of text at most are held. A block whose sum is wrong is not
 * handed out. The decoder is that of unbzip2-stream; its stream is not used, as it decodes all that it holds in one
 * call, whoever waits, and takes ten bytes for each.
 * @throws ContainerFault after all that could be inflated.
 */
export async function* inflateBzip2(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(source);
  const stored = new Stored(reader);
  let bits: BitReader | null = null;
  try {
    for (;;) {
      await stored.fill(bits?.bytesRead ?? 0);
      if (stored.added === (bits?.bytesRead ?? 0)) return;
      bits ??= newBitReader(stored.next);
      yield* inflateStream(stored, bits);
    }
  } finally {
    await reader.close();
  }
}

async function* inflateStream(stored: Stored, bits: BitReader): AsyncGenerator<Uint8Array> {
  const room = new Int32Array(100_000 * decode(() => bzip2.header(bits)));
  for (let sum = 0; ; ) {
    await stored.fill(bits.bytesRead);
    const text = new Text();
    const before = sum;
    const after = decode(() => bzip2.decompress(bits, text.add, room, room.length, before));
    if (after === null) return;
    sum = after;
    yield* text.pieces();
  }
}

function decode<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof ContainerFault) throw error;
    const detail = error instanceof Error ? error.message : '';
    // Blocks of version 0.9 could be "randomised".
    const kind = detail.startsWith('unsupported') ? 'unsupported' : 'damaged';
    throw new ContainerFault(kind, `bzip2: ${detail}`, { cause: error });
  }
}

/** The packed bytes ahead of the decoder, which cannot wait for more of them. */
class Stored {
  added = 0;
  private readonly queue: Uint8Array[] = [];

  constructor(private readonly reader: ByteReader) {}

  /** Holds a whole block, or all that is left. */
  async fill(bytesRead: number): Promise<void> {
    while (this.added - bytesRead < LARGEST_BLOCK) {
      const part = await this.reader.takeSome(READ_BYTES);
      if (part === null) return;
      this.queue.push(Uint8Array.from(part));
      this.added += part.length;
    }
  }

  readonly next = (): Uint8Array => {
    const part = this.queue.shift();
    if (!part) throw new ContainerFault('cut-off', 'bzip2: the bytes end');
    return part;
  };
}

/** A block's text, in pieces. */
class Text {
  private readonly full: Uint8Array[] = [];
  private piece = new Uint8Array(PIECE_BYTES);
  private at = 0;

  readonly add = (byte: number): void => {
    if (this.at === PIECE_BYTES) {
      this.full.push(this.piece);
      this.piece = new Uint8Array(PIECE_BYTES);
      this.at = 0;
    }
    this.piece[this.at++] = byte;
  };

  *pieces(): Generator<Uint8Array> {
    yield* this.full;
    if (this.at > 0) yield this.piece.subarray(0, this.at);
  }
}
