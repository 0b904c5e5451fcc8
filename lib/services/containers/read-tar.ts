import { message, UserError } from '@/lib/model';
import { ByteReader } from './byte-reader';
import { isAttributeFile, type Member, sensibleTime } from './member';
import { isTarHeader } from './recognise';
import { NO_ATTRIBUTES, readPax } from './tar-pax';

const BLOCK = 512;
/** Headers that describe another one are held in memory. */
const LONGEST_EXTRA = 1024 ** 2;

/**
 * The files of a tar, in its order (POSIX 1003.1 pax and ustar, GNU's long names, the old form). Ours, because
 * tar-stream (3.2.2) takes the map of a GNU file with many holes for its data, so that it loses all that lies behind
 * it, holds 4 MiB for a header about a header, and throws away what it has of a file that is cut off.
 * @param source the tar's bytes, inflated
 * @param name the archive's, for what is wrong with it
 * @param storedBytes how many bytes of the archive were read so far
 * @throws UserError where it is cut off or damaged, and what the source throws.
 */
export async function* readTar(
  source: AsyncIterable<Uint8Array>,
  name: string,
  storedBytes: () => number,
): AsyncGenerator<Member> {
  const reader = new ByteReader(source);
  let common = NO_ATTRIBUTES;
  let own = NO_ATTRIBUTES;
  const cutOff = (): UserError => new UserError('bad-input', message('archive.cut-off', { name }));
  const damaged = (): UserError => new UserError('bad-input', message('archive.damaged', { name }));
  const need = async (count: number): Promise<Uint8Array> => {
    const bytes = await reader.take(count);
    if (bytes === null) throw cutOff();
    return bytes;
  };
  try {
    for (;;) {
      const first = await reader.takeSome(1);
      if (first === null) return;
      reader.putBack();
      const block = Uint8Array.from(await need(BLOCK));
      if (block.every((byte) => byte === 0)) return;
      if (!isTarHeader(block)) throw damaged();
      const kind = String.fromCharCode(block[156] ?? 0);
      const declared = readNumber(block, 124, 12);
      if (declared === null) throw damaged();
      if (kind === 'x' || kind === 'g' || kind === 'L' || kind === 'K') {
        if (declared > LONGEST_EXTRA) throw damaged();
        const extra = await need(declared);
        if (kind === 'g') common = { ...common, ...readPax(extra) };
        else if (kind === 'x') own = { ...own, ...readPax(extra) };
        else if (kind === 'L') own = { ...own, path: readText(extra, 0, extra.length) };
        await need(padding(declared));
        continue;
      }
      const told = { ...common, ...own };
      own = NO_ATTRIBUTES;
      let extended = kind === 'S' && block[482] !== 0;
      while (extended) extended = (await need(BLOCK))[504] !== 0;
      const size = told.size ?? declared;
      // `tar -C folder .` writes each name behind a dot.
      const path = (told.path ?? readName(block)).replace(/^\.\//, '');
      const body = new Body(reader, size, cutOff);
      if (kind !== '5' && kind !== 'D' && kind !== 'V' && !(isPlain(kind) && (path === '' || path.endsWith('/')))) {
        const before = storedBytes();
        yield {
          name: path,
          mtimeMs: sensibleTime((told.mtime ?? readNumber(block, 136, 12) ?? 0) * 1000),
          refusal: refuse(kind, path, told.sparse ?? false),
          bytes: body.read(),
          storedBytes: () => storedBytes() - before,
        };
      }
      await body.pass(padding(size));
    }
  } finally {
    await reader.close();
  }
}

/** What lies behind a header. */
class Body {
  private fault: unknown = null;

  constructor(
    private readonly reader: ByteReader,
    private left: number,
    private readonly cutOff: () => UserError,
  ) {}

  async *read(): AsyncGenerator<Uint8Array> {
    for (let part = await this.next(); part !== null; part = await this.next()) yield part;
  }

  /** Passes over what was not read of it, and the padding behind it. */
  async pass(behind: number): Promise<void> {
    if (this.fault !== null) throw this.fault;
    this.left += behind;
    while ((await this.next()) !== null);
  }

  private async next(): Promise<Uint8Array | null> {
    if (this.left <= 0) return null;
    try {
      const part = await this.reader.takeSome(this.left);
      if (part === null) throw this.cutOff();
      this.left -= part.length;
      return part;
    } catch (error) {
      // It is told again when the next file is asked for: nothing behind it can be found.
      this.fault = error;
      throw error;
    }
  }
}

const isPlain = (kind: string): boolean => kind === '0' || kind === '\0' || kind === '7';
const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

function refuse(kind: string, member: string, sparse: boolean): Member['refusal'] {
  if (kind === 'S' || sparse) return message('archive.sparse', { member });
  if (!isPlain(kind)) return message('archive.special', { member });
  return isAttributeFile(member) ? message('archive.attributes', { member }) : null;
}

function readName(block: Uint8Array): string {
  const name = readText(block, 0, 100);
  const isPosix = readText(block, 257, 6) === 'ustar';
  const prefix = isPosix ? readText(block, 345, 155) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

function readText(bytes: Uint8Array, at: number, length: number): string {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end));
}

/** An octal number, or GNU's binary one; null where it is neither, negative, or too large. */
function readNumber(block: Uint8Array, at: number, length: number): number | null {
  const field = block.subarray(at, at + length);
  let value = 0;
  if (field[0] === 0x80) for (const byte of field.subarray(1)) value = value * 256 + byte;
  else {
    const text = readText(field, 0, length).trim();
    if (!/^[0-7]*$/.test(text)) return null;
    value = text === '' ? 0 : Number.parseInt(text, 8);
  }
  return Number.isSafeInteger(value) ? value : null;
}
