import * as xz from 'xz-decompress/dist/package/xz-decompress.js';
import { ByteReader } from './byte-reader';
import { ContainerFault } from './container-fault';
import { passStream } from './xz-stream';

/**
 * Inflates xz, all its streams. The decoder reads one stream only, and one at a time in the whole process: whoever
 * reads an xz must not wait for another one meanwhile.
 * @throws ContainerFault after all that could be inflated.
 */
export async function* inflateXz(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(source);
  try {
    for (let next = await reader.takeSome(1); next !== null; next = await reader.takeSome(1)) {
      // Between streams may be zeros, in fours (2.2).
      if (next[0] === 0) {
        const rest = await reader.take(3);
        if (rest === null || rest.some((byte) => byte !== 0)) throw new ContainerFault('damaged', 'xz: padding');
        continue;
      }
      reader.putBack();
      yield* inflateStream(passStream(reader));
    }
  } finally {
    await reader.close();
  }
}

function findInflater(): NonNullable<typeof xz.XzReadableStream> {
  const found = xz.XzReadableStream ?? xz.default?.XzReadableStream;
  if (!found) throw new Error('the package xz-decompress is not as it was');
  return found;
}

async function* inflateStream(stream: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const Inflater = findInflater();
  const stored = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await stream.next();
        if (done === true) controller.close();
        // The decoder keeps the part while the next one is read.
        else controller.enqueue(Uint8Array.from(value));
      },
    },
    { highWaterMark: 0 },
  );
  const inflated = new Inflater(stored).getReader();
  let open = true;
  try {
    for (;;) {
      const { done, value } = await inflated.read();
      if (done) {
        open = false;
        break;
      }
      if (value.length > 0) yield value;
    }
  } catch (error) {
    open = false;
    if (error instanceof ContainerFault) throw error;
    throw new ContainerFault('damaged', 'xz: the decoder gave up', { cause: error });
  } finally {
    // Else it is closed, and the decoder is free for the next one.
    if (open) await inflated.cancel();
  }
  if ((await stream.next()).done !== true) throw new ContainerFault('damaged', 'xz: ends before its footer');
}
