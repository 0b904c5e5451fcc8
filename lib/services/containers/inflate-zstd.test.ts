import { expect, test } from 'vitest';
import { inflateZstd } from './inflate-zstd';

/** Headers with no size, no sum, and a window of 128 KiB or 128 MiB. */
const NARROW = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x38]);
const WIDE = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x88]);
const LIMITS = { blockMs: 60_000, freeMoves: 2 ** 40 };

function block(kind: number, size: number, stored: Uint8Array, isLast = false): Buffer {
  const header = Buffer.alloc(3);
  header.writeUIntLE(size * 8 + kind * 2 + (isLast ? 1 : 0), 0, 3);
  return Buffer.concat([header, stored]);
}

/** All the text, and the kind of fault that ended it. */
async function inflate(bytes: Uint8Array, limits = LIMITS): Promise<{ text: string; fault: unknown }> {
  async function* source(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  let text = '';
  try {
    for await (const piece of inflateZstd(source(), limits)) text += Buffer.from(piece).toString();
  } catch (error) {
    return { text, fault: error };
  }
  return { text, fault: null };
}

test('a block that the decoder would work at for minutes is damage, and what stands before it is given', async () => {
  // 33,000 repetitions of 131,074 bytes each, in a block that may come to 131,072.
  const count = 33_000;
  const tables = Buffer.from([8, 0x41, 255, (count - 0x7f00) & 255, (count - 0x7f00) >> 8, 0x54, 0, 0, 52]);
  const packed = Buffer.concat([tables, Buffer.alloc(2 * count, 255), Buffer.from([1])]);
  const bytes = Buffer.concat([NARROW, block(0, 2, Buffer.from('ok')), block(2, packed.length, packed, true)]);
  expect(await inflate(bytes, { ...LIMITS, blockMs: 500 })).toEqual({
    text: 'ok',
    fault: expect.objectContaining({
      kind: 'damaged',
      cause: expect.objectContaining({ code: 'ERR_SCRIPT_EXECUTION_TIMEOUT' }),
    }),
  });
});

test('many short blocks under a large window are not read on', async () => {
  const short = block(0, 1, Buffer.from('x'));
  const bytes = Buffer.concat([WIDE, ...Array<Buffer>(9).fill(short), block(0, 1, Buffer.from('y'), true)]);
  // Each moves 128 MiB; the first opens the window, which counts too.
  expect(await inflate(bytes, { ...LIMITS, freeMoves: 11 * 128 * 1024 ** 2 })).toEqual({
    text: 'xxxxxxxxxy',
    fault: null,
  });
  expect(await inflate(bytes, { ...LIMITS, freeMoves: 5 * 128 * 1024 ** 2 })).toEqual({
    text: 'xxxx',
    fault: expect.objectContaining({ kind: 'unsupported' }),
  });
});

test('each of the shortest frames is given as soon as its block is there', async () => {
  const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, 2]);
  const one = Buffer.concat([header, block(0, 2, Buffer.from('ab'), true)]);
  expect(await inflate(Buffer.concat([one, one]))).toEqual({ text: 'abab', fault: null });
  const cut = Buffer.concat([header, block(0, 1, Buffer.from('a')), Buffer.from([1])]);
  expect(await inflate(cut)).toEqual({ text: 'a', fault: expect.objectContaining({ kind: 'cut-off' }) });
  const short = Buffer.concat([header, block(0, 1, Buffer.from('a'), true)]);
  expect(await inflate(short)).toEqual({ text: 'a', fault: expect.objectContaining({ kind: 'damaged' }) });
});
