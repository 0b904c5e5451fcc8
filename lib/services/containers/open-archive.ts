import { createReadStream } from 'node:fs';
import type { FoundArchive } from './find-archive';
import { inflateWithin } from './inflate-log';
import type { InflateLimits } from './limits';
import type { Member } from './member';
import { readTar } from './read-tar';
import { readZip } from './read-zip';
import type { Compression } from './recognise';

const READ_BYTES = 524_288;
/**
 * So many bytes each decoder takes ahead of what it gives at most: they may belong to the member that comes next, so
 * that they count for it too.
 */
const AHEAD_BYTES: Readonly<Record<Compression, number>> = {
  gzip: 65_536,
  bzip2: 3 * 1024 ** 2,
  xz: 262_144,
  zstd: 262_144,
};

/**
 * The files of an archive.
 * @param path where it lies
 * @param size how many bytes of it count: a tar that grows is read as it was
 * @param name as the user knows it
 * @param onRead told how many bytes of the archive were read so far
 */
export function openArchive(
  { archive, layer }: FoundArchive,
  { path, size, name }: { path: string; size: number; name: string },
  limits: InflateLimits,
  onRead: (bytes: number) => void,
): AsyncGenerator<Member> {
  if (archive === 'zip') return countZip(readZip(path, name, size), onRead);
  const progress = { stored: 0 };
  const stored = createReadStream(path, { end: size - 1, highWaterMark: READ_BYTES });
  // The ratio is that of each member: one that is a bomb costs the others nothing.
  const whole = { logBytes: limits.archiveBytes, ratio: Number.POSITIVE_INFINITY, freeBytes: 0 };
  const source = layer === null ? count(stored, progress) : inflateWithin(layer, stored, name, whole, progress);
  const ahead = layer === null ? 0 : AHEAD_BYTES[layer];
  return shiftBytes(
    readTar(source, name, () => progress.stored),
    ahead,
    () => onRead(progress.stored),
  );
}

async function* count(source: AsyncIterable<Buffer>, progress: { stored: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    progress.stored += chunk.length;
    yield chunk;
  }
}

async function* shiftBytes(
  members: AsyncGenerator<Member>,
  ahead: number,
  onMember: () => void,
): AsyncGenerator<Member> {
  for await (const member of members) {
    onMember();
    yield { ...member, storedBytes: () => member.storedBytes() + ahead };
  }
}

async function* countZip(members: AsyncGenerator<Member>, onRead: (bytes: number) => void): AsyncGenerator<Member> {
  let before = 0;
  for await (const member of members) {
    yield member;
    before += member.storedBytes();
    onRead(before);
  }
}
