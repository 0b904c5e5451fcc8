import { ContainerFault } from './container-fault';

/** Zeros behind the bytes of a block, so that four can be read at every place of it. */
export const PADDING = 8;

export const damaged = (detail: string): ContainerFault => new ContainerFault('damaged', `zstd: ${detail}`);

/** The place of the highest bit that is set; -1 for 0. */
export const highBit = (value: number): number => 31 - Math.clz32(value);

/** Little-endian, four bytes. */
const word = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);

/** A bit stream that is read from its end to its start (RFC 8878, 4.1). */
export class BackwardBits {
  /** How many bits are left; below 0 where more were taken than there were, which read as zeros. */
  left: number;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly start: number,
    end: number,
  ) {
    const last = end > start ? (bytes[end - 1] ?? 0) : 0;
    if (last === 0) throw damaged('end of a bit stream');
    this.left = (end - start - 1) * 8 + highBit(last);
  }

  /** The next `count` bits, 24 at most, without taking them. */
  peek(count: number): number {
    const at = this.left - count;
    if (at >= 0) return (word(this.bytes, this.start + (at >> 3)) >>> (at & 7)) & ((1 << count) - 1);
    return this.left <= 0 ? 0 : (word(this.bytes, this.start) & ((1 << this.left) - 1)) << -at;
  }

  /** Takes `count` bits, 24 at most. */
  read(count: number): number {
    const value = this.peek(count);
    this.left -= count;
    return value;
  }

  /** Takes up to 31 bits. */
  readLong(count: number): number {
    if (count <= 24) return this.read(count);
    const high = this.read(count - 16);
    return high * 65_536 + this.read(16);
  }
}
