import path from 'node:path';
import { createTranslator } from '@/lib/messages';
import { followFiles } from '@/lib/services/follow-files';
import { machineZone } from '@/lib/services/receive-upload';
import { keepHeapLean } from '../lean-heap';
import { readOptions, UsageError } from '../options';
import { readFormat } from '../read-format';

const EVERY_MS = 1_000;

/** `follow [--zone Z] [--format NAME] FILE…`: reads logs as they grow, through their rotations, until told to stop. */
export async function runFollow(argv: string[]): Promise<number> {
  keepHeapLean();
  const { values, positionals } = readOptions(argv, { zone: { type: 'string' }, format: { type: 'string' } });
  if (positionals.length === 0) throw new UsageError('follow: name at least one log file.');
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
  const words = createTranslator('en');
  await followFiles({
    paths: [...new Set(positionals.map((file) => path.resolve(file)))],
    zone: values.zone ?? machineZone(),
    format: readFormat(values.format),
    signal: stop.signal,
    nowMs: Date.now,
    everyMs: EVERY_MS,
    onNotice: (sentence) => process.stderr.write(`ringleader follow: ${words.message(sentence)}\n`),
    onFault: (error, name) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.stderr.write(`ringleader follow: ${name}: ${text}\n`);
    },
  });
  return 0;
}
