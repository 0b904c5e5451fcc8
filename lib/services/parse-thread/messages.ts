import type { MessagePort } from 'node:worker_threads';
import type { ReadEnd, ReadPart, ReadRequest } from './read-batches';

/** Asks the thread to read a log. It answers on `port`, where each answer has to be asked for by a message. */
export interface ReadOrder {
  request: ReadRequest;
  port: MessagePort;
}

/** `broken`: a fault of ours, and nothing follows. */
export type FromThread = ReadPart | ReadEnd | { kind: 'broken'; error: unknown };
