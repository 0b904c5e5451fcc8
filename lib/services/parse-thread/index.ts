import { on } from 'node:events';
import path from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { projectFolder } from '../migrate-database';
import type { FromThread, ReadOrder } from './messages';
import type { ReadEnd, ReadPart, ReadRequest } from './read-batches';

export type { ReadEnd, ReadPart } from './read-batches';

/** One for the process, since logs may be small and many: starting it takes longer than reading one. */
let thread: Worker | null = null;
/** Past such a log the thread is ended: what its heap has grown to is needed for the indexes and the detectors. */
const LARGE_BYTES = 32 * 1024 * 1024;
/** Of its heap the part for what is new; left alone it grows to five times this and takes as long. */
const YOUNG_MIB = 8;

function startThread(): Worker {
  const started = new Worker(path.join(projectFolder(), 'dist', 'parse-thread.mjs'), {
    // What the process was started with is for the process: `--import` of what it follows, `--input-type` of a bench.
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB },
  });
  // It ends with the process; what waits for an answer holds a port.
  started.unref();
  started.on('error', (error) => {
    throw error;
  });
  started.once('exit', () => {
    if (thread === started) thread = null;
  });
  return started;
}

/**
 * Reads a log on another thread while what it has found is written on this one: its parts, then its end. One part is
 * read ahead.
 */
export async function* readAside(request: ReadRequest): AsyncGenerator<ReadPart | ReadEnd> {
  const reader = (thread ??= startThread());
  const { port1: port, port2 } = new MessageChannel();
  const order: ReadOrder = { request, port: port2 };
  const answers = on(port, 'message', { close: ['close'] }) as AsyncIterableIterator<[FromThread]>;
  reader.postMessage(order, [port2]);
  port.postMessage(null);
  try {
    for await (const [answer] of answers) {
      if (answer.kind === 'broken') throw answer.error;
      yield answer;
      if (answer.kind === 'end') return;
      port.postMessage(null);
    }
    throw new Error('the thread that reads logs has ended');
  } finally {
    port.close();
    // The ingest's lane lets one log be read at a time: nobody else waits for this thread.
    if (request.sizeBytes > LARGE_BYTES) await reader.terminate();
  }
}
