import { ContainerFault } from './container-fault';

/** Reads bits from the most significant on, as bzip2 has them, out of bytes that are refilled between blocks. */
export class BitSource {
  private bytes: Uint8Array;
  private at = 0;
  private end = 0;
  private hold = 0;
  private held = 0;
  /** Bits handed out that were not there: looking ahead at the end is fine, using them is not. */
  private missing = 0;

  constructor(private readonly capacity: number) {
    this.bytes = new Uint8Array(capacity);
  }

  get room(): number {
    return this.capacity - (this.end - this.at);
  }

  /** True where no whole byte is left. */
  get isEmpty(): boolean {
    return this.at >= this.end && this.held - this.missing < 8;
  }

  /** Adds bytes; there must be room for them. */
  add(part: Uint8Array): void {
    if (this.end + part.length > this.capacity) {
      this.bytes.copyWithin(0, this.at, this.end);
      this.end -= this.at;
      this.at = 0;
    }
    this.bytes.set(part, this.end);
    this.end += part.length;
  }

  /** The next `count` bits (24 at most) without taking them; zeros past the end. */
  peek(count: number): number {
    while (this.held < count) {
      if (this.at < this.end) this.hold = (this.hold << 8) | (this.bytes[this.at++] ?? 0);
      else {
        this.hold <<= 8;
        this.missing += 8;
      }
      this.held += 8;
    }
    return (this.hold >>> (this.held - count)) & ((1 << count) - 1);
  }

  /** Takes bits that {@link peek} showed. */
  drop(count: number): void {
    this.held -= count;
  }

  /** Takes `count` bits, 24 at most. @throws ContainerFault where they are not there. */
  read(count: number): number {
    const value = this.peek(count);
    this.held -= count;
    this.check();
    return value;
  }

  /** @throws ContainerFault where more bits were dropped than there are. */
  check(): void {
    if (this.missing > this.held) throw new ContainerFault('cut-off', 'the bits end');
  }

  /** Goes on at the next whole byte. */
  align(): void {
    this.held -= this.held % 8;
  }
}
