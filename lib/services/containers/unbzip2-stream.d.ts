/** The package has no types. Its stream decodes all it holds in one call; these parts of it go block by block. */
declare module 'unbzip2-stream/lib/bit_iterator.js' {
  /** Reads so many bits; with null it goes on at the next whole byte. */
  export interface BitReader {
    (count: number | null): number;
    /** How many bytes it has touched. */
    bytesRead: number;
  }
  export default function newBitReader(nextBuffer: () => Uint8Array): BitReader;
}

declare module 'unbzip2-stream/lib/bzip2.js' {
  import type { BitReader } from 'unbzip2-stream/lib/bit_iterator.js';
  const bzip2: {
    /** @returns the level, 1 to 9. */
    header(bits: BitReader): number;
    /**
     * Hands out the bytes of one block, whose symbols it keeps in `room`.
     * @returns the stream's sum so far; null where the stream ended in place of a block.
     */
    decompress(
      bits: BitReader,
      onByte: (byte: number) => void,
      room: Int32Array,
      roomSize: number,
      sum: number,
    ): number | null;
  };
  export default bzip2;
}
