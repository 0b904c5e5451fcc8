import type { Handlers, JobContext, Outcome } from '@/lib/jobs';
import { askRegistry } from './ask-registry';
import { restrictUpload } from './change-format';
import { forgetUpload, redateUpload } from './change-upload';
import { ingestUpload } from './ingest-upload';
import { nameBlockLists } from './name-block-lists';
import { createPushReader } from './read-push';
import { retainPersonal } from './retain-personal';
import { runDetectors } from './run-detectors';
import { readEnvironment, readLimits, readRegistries } from './settings';
import { settleEvents } from './settle-events';
import { unpackArchive } from './unpack-archive';

/** A run that takes longer than this is followed by a rest: every answer of a registry asks for one. */
const SHORT_MS = 100;
/** So many times as long as the run: detectors then take a tenth of the worker's time at most. */
const REST = 9;

async function detectWithRests({ nowMs }: JobContext): Promise<Outcome> {
  const startMs = nowMs();
  const outcome = runDetectors(startMs);
  const tookMs = nowMs() - startMs;
  return tookMs <= SHORT_MS ? outcome : { ...outcome, laneNextMs: nowMs() + REST * tookMs };
}

/** What each kind of job does. The registry directory is read once. */
export function createHandlers(env: Readonly<Record<string, string | undefined>>): Required<Handlers> {
  const registries = readRegistries(env);
  const keepOriginal = readEnvironment(env).RINGLEADER_KEEP_UPLOADS === '1';
  const limits = readLimits(env);
  return {
    ingest: (job, context) => ingestUpload(job, context, keepOriginal, limits),
    unpack: (job, context) => unpackArchive(job, context, { keepOriginal, limits }),
    redate: async (job, context) => redateUpload(job, context.nowMs),
    reformat: async (job, context) => restrictUpload(job, context.nowMs),
    forget: async (job, context) => forgetUpload(job, context.nowMs),
    ask: (job, context) => askRegistry(job, context, registries),
    push: createPushReader(keepOriginal),
    'name-lists': nameBlockLists,
    settle: async (_job, context) => settleEvents(context.nowMs()),
    retain: (_job, context) => retainPersonal(context),
    detect: async (_job, context) => detectWithRests(context),
  };
}
