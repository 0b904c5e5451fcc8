/** How a file's bytes are packed into one stream. */
export const COMPRESSIONS = ['gzip', 'bzip2', 'xz', 'zstd'] as const;
export type Compression = (typeof COMPRESSIONS)[number];
/** What holds several files. */
export type Archive = 'tar' | 'zip';

/** So many first bytes tell what a file is; a shorter file is what it seems. */
export const HEAD_BYTES = 512;

const starts = (head: Uint8Array, at: number, ...bytes: number[]): boolean =>
  bytes.every((byte, i) => head[at + i] === byte);

/**
 * What a file is by its first {@link HEAD_BYTES} bytes, whatever its name; null for a log.
 * Magic numbers: RFC 1952, RFC 8878, the xz file format 1.2.1, bzip2's block magic, APPNOTE.TXT 4.3.
 */
export function recognise(head: Uint8Array): Compression | Archive | null {
  if (starts(head, 0, 0x1f, 0x8b)) return 'gzip';
  if (starts(head, 0, 0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00)) return 'xz';
  if (starts(head, 0, 0x28, 0xb5, 0x2f, 0xfd)) return 'zstd';
  // A skippable frame, which zstd's parallel packers begin with.
  if ((head[0] ?? 0) >> 4 === 5 && starts(head, 1, 0x2a, 0x4d, 0x18)) return 'zstd';
  const level = head[3] ?? 0;
  if (starts(head, 0, 0x42, 0x5a, 0x68) && level >= 0x31 && level <= 0x39) {
    if (starts(head, 4, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59)) return 'bzip2';
    if (starts(head, 4, 0x17, 0x72, 0x45, 0x38, 0x50, 0x90)) return 'bzip2';
  }
  if (starts(head, 0, 0x50, 0x4b, 3, 4) || starts(head, 0, 0x50, 0x4b, 5, 6)) return 'zip';
  return isTarHeader(head) ? 'tar' : null;
}

/** True for the value of {@link recognise} that is one compressed file. */
export function isCompression(kind: Compression | Archive | null): kind is Compression {
  return COMPRESSIONS.some((known) => known === kind);
}

/** True while more bytes could still change what {@link recognise} says of these. */
export function isUndecided(head: Uint8Array): boolean {
  if (head.length >= HEAD_BYTES) return false;
  // A log's first line ends soon; a tar header has NULs before any line break that a packer would write.
  return head.length < 10 || !head.includes(0x0a);
}

/** A tar header proves itself by its sum, in every dialect (POSIX 1003.1, "ustar"). */
export function isTarHeader(head: Uint8Array): boolean {
  if (head.length < HEAD_BYTES || head[0] === 0) return false;
  let sum = 8 * 0x20;
  for (let i = 0; i < HEAD_BYTES; i++) if (i < 148 || i >= 156) sum += head[i] ?? 0;
  const stored = Buffer.from(head.subarray(148, 156)).toString('latin1').replaceAll('\0', ' ').trim();
  return /^[0-7]{1,7}$/.test(stored) && Number.parseInt(stored, 8) === sum;
}
