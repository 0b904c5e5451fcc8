import type { ByteReader } from './byte-reader';
import { ContainerFault } from './container-fault';

/** The largest dictionary the decoder is given: what `xz -9` asks for. */
export const DICTIONARY_BYTES = 64 * 1024 ** 2;
/** Handed on in so small parts that a fault costs little of what came before it. */
const PART_BYTES = 4096;
const LZMA2 = 0x21n;

const damaged = (detail: string): ContainerFault => new ContainerFault('damaged', `xz: ${detail}`);

/**
 * Passes on the bytes of exactly one stream of an xz file (format 1.2.1), from its magic number to the end of its
 * footer, and looks at what is announced in it before it is decoded.
 * @throws ContainerFault where it ends early, its structure is broken, or it asks for what the decoder has not.
 */
export async function* passStream(reader: ByteReader): AsyncGenerator<Uint8Array> {
  const head = await need(reader, 12);
  if (Buffer.compare(head.subarray(0, 6), Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0])) !== 0) throw damaged('magic');
  const check = (head[7] ?? 0) & 15;
  // By the check's id (2.1.1.2): none, then three ids for each size.
  const checkBytes = check === 0 ? 0 : 4 << Math.floor((check - 1) / 3);
  if (check !== 0 && check !== 1 && check !== 4) throw new ContainerFault('unsupported', `xz: check ${check}`);
  yield head;
  for (;;) {
    const first = Uint8Array.from(await need(reader, 1));
    yield first;
    const size = first[0] ?? 0;
    if (size === 0) return yield* passIndex(reader);
    const rest = await need(reader, (size + 1) * 4 - 1);
    examineBlockHeader(rest);
    yield rest;
    yield* passBlock(reader, checkBytes);
  }
}

/** @param header behind its first byte */
function examineBlockHeader(header: Uint8Array): void {
  const flags = header[0] ?? 0;
  if ((flags & 0x3c) !== 0) throw damaged('flags of a block');
  if ((flags & 3) !== 0) throw new ContainerFault('unsupported', 'xz: a filter before LZMA2');
  let at = 1;
  const readNumber = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 63n; shift += 7n) {
      const byte = header[at++] ?? 0;
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
    }
    throw damaged('number');
  };
  if ((flags & 0x40) !== 0) readNumber();
  if ((flags & 0x80) !== 0) readNumber();
  if (readNumber() !== LZMA2) throw new ContainerFault('unsupported', 'xz: a filter that is not LZMA2');
  if (readNumber() !== 1n) throw damaged('properties');
  const code = header[at] ?? 0;
  if (code > 40) throw damaged('dictionary');
  const dictionary = (2 | (code & 1)) * 2 ** ((code >> 1) + 11);
  if (dictionary > DICTIONARY_BYTES) throw new ContainerFault('window', `xz: ${dictionary} bytes`);
}

async function* passBlock(reader: ByteReader, checkBytes: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for (;;) {
    const control = Uint8Array.from(await need(reader, 1));
    yield control;
    total++;
    const kind = control[0] ?? 0;
    if (kind === 0) break;
    if (kind > 2 && kind < 0x80) throw damaged('control byte');
    // What is not packed has only its size; the rest has two sizes, and from 0xc0 on its properties.
    const head = await need(reader, kind < 0x80 ? 2 : kind < 0xc0 ? 4 : 5);
    const at = kind < 0x80 ? 0 : 2;
    const size = (head[at] ?? 0) * 256 + (head[at + 1] ?? 0) + 1;
    total += head.length + size;
    yield head;
    yield* pass(reader, size);
  }
  yield* pass(reader, ((4 - (total % 4)) % 4) + checkBytes);
}

/** The index behind its first byte, and the footer. */
async function* passIndex(reader: ByteReader): AsyncGenerator<Uint8Array> {
  let total = 1;
  async function* number(): AsyncGenerator<Uint8Array, number> {
    let value = 0;
    for (let i = 0; i < 9; i++) {
      const byte = Uint8Array.from(await need(reader, 1));
      total++;
      yield byte;
      value += ((byte[0] ?? 0) & 127) * 128 ** i;
      if ((byte[0] ?? 0) < 128) return value;
    }
    throw damaged('number');
  }
  for (let left = 2 * (yield* number()); left > 0; left--) yield* number();
  yield* pass(reader, ((4 - (total % 4)) % 4) + 4 + 12);
}

async function* pass(reader: ByteReader, count: number): AsyncGenerator<Uint8Array> {
  for (let left = count; left > 0; ) {
    const part = await reader.takeSome(Math.min(left, PART_BYTES));
    if (part === null) throw new ContainerFault('cut-off', 'xz: the bytes end');
    left -= part.length;
    yield part;
  }
}

async function need(reader: ByteReader, count: number): Promise<Uint8Array> {
  const bytes = await reader.take(count);
  if (bytes === null) throw new ContainerFault('cut-off', 'xz: the bytes end');
  return bytes;
}
