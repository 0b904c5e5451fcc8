/**
 * What a packed file may ask for at most. Real logs are packed 5 to 200 times (their stamps differ); deflate cannot
 * reach more than 1,032. A bomb of one layer reaches that, or a million with xz and zstd.
 */
export interface InflateLimits {
  /** Bytes of text a single packed file may come to. */
  logBytes: number;
  /** Bytes that all members of an archive may come to, as they lie in it. */
  archiveBytes: number;
  /** How many times longer than its packed form a text may be, beyond the first {@link InflateLimits.freeBytes}. */
  ratio: number;
  freeBytes: number;
  /** Files in an archive. */
  members: number;
  /** Characters of a member's name. */
  nameLength: number;
}

const GIB = 1024 ** 3;

export const DEFAULT_LIMITS: InflateLimits = {
  logBytes: 64 * GIB,
  archiveBytes: 64 * GIB,
  ratio: 1000,
  freeBytes: 64 * 1024 ** 2,
  members: 10_000,
  nameLength: 1024,
};

/** How much of the text a packer may refer back to, which has to be held: what `zstd --ultra -22` asks for. */
export const WINDOW_BYTES = 128 * 1024 ** 2;
