import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { message, UserError } from '@/lib/model';
import { CsvNetworks, isMmdb, type OfflineSource, openMmdb } from '@/lib/registry/offline';

/** The longest text of a table, unpacked. */
const MOST_TEXT = 2 * 1024 ** 3;
const TAIL_BYTES = 128 * 1024;

/**
 * Reads a file of networks into memory: MMDB, or a table of text, which may be packed by gzip.
 * @param name what the user calls it, for the sentences.
 * @throws UserError where it is neither, or damaged.
 */
export async function openOfflineFile(
  file: string,
  name: string,
): Promise<{ kind: 'mmdb' | 'csv'; source: OfflineSource }> {
  try {
    const { head, tail } = await readEnds(file);
    if (isMmdb(tail)) return { kind: 'mmdb', source: tryMmdb(openMmdb(await readFile(file))) };
    const source = await readTable(file, head[0] === 0x1f && head[1] === 0x8b);
    if (source) return { kind: 'csv', source };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new UserError('bad-input', message('services.offline.unreadable', { name, problem }), { cause: error });
  }
  throw new UserError('bad-input', message('services.offline.no-networks', { name }));
}

async function readEnds(file: string): Promise<{ head: Buffer; tail: Buffer }> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const read = async (position: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    return { head: await read(0, 2), tail: await read(Math.max(0, size - TAIL_BYTES), TAIL_BYTES) };
  } finally {
    await handle.close();
  }
}

/** Asks it for some addresses, so that one with a damaged tree is told at once. */
function tryMmdb(source: OfflineSource): OfflineSource {
  for (let first = 1; first < 224; first += 3) source.find(`${first}.0.2.1`);
  for (const address of ['2001:db8::1', '2a00::1', '2400::1']) source.find(address);
  return source;
}

async function readTable(file: string, packed: boolean): Promise<OfflineSource | null> {
  const csv = new CsvNetworks();
  const decoder = new TextDecoder();
  let length = 0;
  const bytes = createReadStream(file);
  const chunks: AsyncIterable<Uint8Array> = packed ? compose(bytes, createGunzip()) : bytes;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > MOST_TEXT) throw new RangeError(`more than ${MOST_TEXT} bytes`);
    csv.push(decoder.decode(chunk, { stream: true }));
  }
  csv.push(decoder.decode());
  return csv.end();
}

/** Unlike `pipe`, an error of either ends the reading with it. */
function compose(bytes: ReturnType<typeof createReadStream>, unpack: ReturnType<typeof createGunzip>) {
  // The error comes out of the stream that is read.
  return pipeline(bytes, unpack, () => undefined);
}
