const NOTHING = new Uint8Array(0);

/** Takes exact numbers of bytes from chunks of any size. */
export class ByteReader {
  private readonly chunks: AsyncIterator<Uint8Array>;
  private chunk: Uint8Array = NOTHING;
  private at = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.chunks = source[Symbol.asyncIterator]();
  }

  /** Exactly so many bytes, valid until the next call; null where there are not so many. */
  async take(count: number): Promise<Uint8Array | null> {
    if (this.chunk.length - this.at >= count) return this.chunk.subarray(this.at, (this.at += count));
    const whole = new Uint8Array(count);
    for (let filled = 0; filled < count; ) {
      const part = await this.takeSome(count - filled);
      if (part === null) return null;
      whole.set(part, filled);
      filled += part.length;
    }
    return whole;
  }

  /** As many bytes as are at hand, at least one and at most `limit`; null at the end. Valid until the next call. */
  async takeSome(limit: number): Promise<Uint8Array | null> {
    while (this.at >= this.chunk.length) {
      const { done, value } = await this.chunks.next();
      if (done === true) return null;
      this.chunk = value;
      this.at = 0;
    }
    const part = this.chunk.subarray(this.at, this.at + limit);
    this.at += part.length;
    return part;
  }

  /** Gives back the one byte that was just taken with {@link takeSome}. */
  putBack(): void {
    this.at--;
  }

  /** Lets go of the source. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }
}
