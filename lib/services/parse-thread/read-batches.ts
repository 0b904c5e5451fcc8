import { createHash } from 'node:crypto';
import { BatchCollector, type BatchStart, type EventBatch } from '@/lib/db/event-batch';
import { createByteParser, LineShapes, type ParserOptions, type ParseSummary, type Shapes } from '@/lib/maillog';
import { type Message, UserError } from '@/lib/model';
import { collectRefusal } from '../collect-refusal';
import type { InflateLimits } from '../containers/limits';
import { openLog } from '../open-log';

/** A log to be read, and from where on it is wanted. */
export interface ReadRequest {
  path: string;
  sizeBytes: number;
  limits: InflateLimits;
  options: ParserOptions;
  start: BatchStart;
  /** Whether the stored form's SHA-256 is wanted. */
  hashed: boolean;
}

/** What is to be written together, and how far it reaches. */
export interface ReadPart {
  kind: 'part';
  batch: EventBatch;
  bytesRead: number;
  lines: number;
}

/** What the reading came to. */
export interface ReadEnd {
  kind: 'end';
  summary: ParseSummary;
  bytesRead: number;
  /** In hex; null where it was not wanted, or not all was read. */
  sha256: string | null;
  /** What was not understood. */
  shapes: Shapes;
  /** Why the file could not be read to its end; what came before is kept. */
  fault: Message | null;
}

/** Records a transaction: large enough to be fast, short enough that other writers hardly wait. */
const BATCH = 10_000;
/** Bytes of the stored form after which progress is written, however few records were in them. */
const PROGRESS_BYTES = 32 * 1024 * 1024;

/** Reads a log in its order: its parts, then its end. */
export async function* readBatches(request: ReadRequest): AsyncGenerator<ReadPart | ReadEnd> {
  const { path, sizeBytes, limits, options, start, hashed } = request;
  const hash = hashed ? createHash('sha256') : null;
  const shapes = new LineShapes();
  const collector = new BatchCollector(start);
  const parser = createByteParser(options, {
    refusal: (found) => collectRefusal(collector, found, found.offset),
    unparsed(unparsed, raw) {
      collector.addUnparsed(unparsed, raw);
      shapes.add(unparsed, raw);
    },
    sighting: (sighting, offset) => collector.addSighting(sighting, offset),
  });
  let bytesRead = 0;
  const take = (): ReadPart => ({ kind: 'part', batch: collector.take(), bytesRead, lines: parser.summarise().lines });
  let fault: ReadEnd['fault'] = null;
  try {
    const log = await openLog(path, sizeBytes, limits, (bytes) => hash?.update(bytes));
    let taken = 0;
    try {
      for await (const chunk of log.chunks) {
        parser.push(chunk);
        bytesRead = log.bytesRead();
        if (collector.pending < BATCH && bytesRead - taken < PROGRESS_BYTES) continue;
        taken = bytesRead;
        yield take();
      }
    } finally {
      bytesRead = log.bytesRead();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    fault = error.sentence;
  }
  const summary = parser.end();
  yield take();
  const sha256 = hash && bytesRead === sizeBytes ? hash.digest('hex') : null;
  yield { kind: 'end', summary, bytesRead, sha256, shapes: shapes.result(), fault };
}
