import { crc32 } from 'node:zlib';
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { message, UserError } from '@/lib/model';
import { ContainerFault } from './container-fault';
import { inflateRaw } from './inflate-gzip';
import { isAttributeFile, type Member, sensibleTime } from './member';

const STORED = 0;
const DEFLATED = 8;
const UNIX = 3;
const LOCAL_HEADER_BYTES = 30;

/**
 * The files of a zip, in the order of its directory. The sizes it declares count for nothing: what is really there does.
 * @param path where the zip lies; it is read in places
 * @param name as the user knows it
 * @throws UserError where its directory cannot be read (on).
 */
export async function* readZip(path: string, name: string, size: number): AsyncGenerator<Member> {
  const broken = (error: unknown): UserError => {
    const encrypted = error instanceof Error && error.message.includes('strong encryption');
    const key = encrypted ? 'archive.all-encrypted' : 'archive.bad-directory';
    return new UserError('bad-input', message(key, { name }), { cause: error });
  };
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: false });
  } catch (error) {
    throw broken(error);
  }
  try {
    let claimed = 0;
    const entries = zip.eachEntry()[Symbol.asyncIterator]();
    for (;;) {
      const next = await entries.next().catch((error: unknown) => {
        throw broken(error);
      });
      if (next.done === true) return;
      const entry: Entry = next.value;
      const member = nameOf(entry);
      if (isFolder(entry, member)) continue;
      claimed += LOCAL_HEADER_BYTES + entry.compressedSize;
      // Files that share their bytes are how a small zip claims to hold petabytes.
      const refusal = claimed > size ? message('archive.overlap', { member }) : refuse(entry, member);
      const progress = { stored: 0 };
      yield {
        name: member,
        mtimeMs: sensibleTime(entry.getLastModDate().getTime()),
        refusal,
        bytes: readEntry(zip, entry, member, progress),
        storedBytes: () => progress.stored,
      };
    }
  } finally {
    zip.close();
  }
}

async function* readEntry(
  zip: ZipFile,
  entry: Entry,
  member: string,
  progress: { stored: number },
): AsyncGenerator<Uint8Array> {
  let sum = 0;
  try {
    const packed = readPacked(zip, entry, progress);
    for await (const chunk of entry.compressionMethod === STORED ? packed : inflateRaw(packed)) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (sum !== entry.crc32) throw new ContainerFault('damaged', 'zip: sum of a member');
  } catch (error) {
    throw new UserError('bad-input', message('archive.member-damaged', { member }), { cause: error });
  }
}

async function* readPacked(zip: ZipFile, entry: Entry, progress: { stored: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of await zip.openReadStreamPromise(entry, { decodeFileData: false })) {
    const bytes = Buffer.from(chunk);
    progress.stored += bytes.length;
    yield bytes;
  }
}

/** The name as text: UTF-8 where the entry says so, else the code page of DOS. */
function nameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
}

/** The kind of file, where a Unix made the entry (`st_mode`, its upper four bits); 0 where it is not told. */
function fileKind(entry: Entry): number {
  return entry.versionMadeBy >> 8 === UNIX ? entry.externalFileAttributes >>> 28 : 0;
}

const isFolder = (entry: Entry, name: string): boolean => name.endsWith('/') || fileKind(entry) === 0o4;

function refuse(entry: Entry, member: string): Member['refusal'] {
  const kind = fileKind(entry);
  if (kind !== 0 && kind !== 0o10) return message('archive.special', { member });
  if (isAttributeFile(member)) return message('archive.attributes', { member });
  if (entry.isEncrypted()) return message('archive.encrypted', { member });
  const method = entry.compressionMethod;
  return method === STORED || method === DEFLATED ? null : message('archive.method', { member, method });
}
