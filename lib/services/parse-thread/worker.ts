/** The thread that reads logs beside the one that writes; built as `dist/parse-thread.mjs`. */
import { type MessagePort, parentPort } from 'node:worker_threads';
import type { FromThread, ReadOrder } from './messages';
import { readBatches } from './read-batches';

/** How many answers were asked for and not sent. */
class Asked {
  private count = 0;
  private closed = false;
  private wake: () => void = () => undefined;

  constructor(port: MessagePort) {
    port.on('message', () => {
      this.count++;
      this.wake();
    });
    port.on('close', () => {
      this.closed = true;
      this.wake();
    });
  }

  /** Waits for the next one. @returns false where nobody will ask any more. */
  async next(): Promise<boolean> {
    while (this.count === 0 && !this.closed) await new Promise<void>((resolve) => (this.wake = resolve));
    this.count--;
    return !this.closed;
  }
}

async function answer({ request, port }: ReadOrder): Promise<void> {
  const asked = new Asked(port);
  const send = (message: FromThread, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);
  try {
    for await (const found of readBatches(request)) {
      if (!(await asked.next())) break;
      send(found, found.kind === 'part' ? [found.batch.raw.buffer] : []);
    }
  } catch (error) {
    send({ kind: 'broken', error });
  } finally {
    port.close();
  }
}

parentPort?.on('message', (order: ReadOrder) => void answer(order));
