import { type Archive, type Compression, isUndecided, recognise } from './recognise';

/** What bytes are by their first ones, and all of the bytes. */
export interface Headed {
  kind: Compression | Archive | null;
  /** To be read once. */
  chunks: AsyncGenerator<Uint8Array>;
  /** Lets go of the source where the chunks are not read. */
  close(): Promise<void>;
}

/** Looks at the first bytes of a source. Where it faults in them, its fault comes when the chunks are read. */
export async function readHead(source: AsyncIterable<Uint8Array>): Promise<Headed> {
  const iterator = source[Symbol.asyncIterator]();
  const close = async (): Promise<void> => {
    await iterator.return?.();
  };
  let head: Uint8Array = new Uint8Array(0);
  let fault: unknown = null;
  let ended = false;
  try {
    while (!ended && isUndecided(head)) {
      // A chunk is valid until the next one is asked for.
      head = Uint8Array.from(head);
      const next = await iterator.next();
      if (next.done === true) ended = true;
      else head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
    }
  } catch (error) {
    fault = error;
  }
  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head;
      if (fault !== null) throw fault;
      if (ended) return;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await close();
    }
  }
  return { kind: recognise(head), chunks: chunks(), close };
}
