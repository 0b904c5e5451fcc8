import path from 'node:path';
import { readUploadResult } from '@/lib/db/read/upload-result';
import { runJobs } from '@/lib/jobs';
import { createTranslator } from '@/lib/messages';
import type { Message } from '@/lib/model';
import { ownerContext } from '@/lib/services/context';
import { createHandlers } from '@/lib/services/handlers';
import { receiveLogFile } from '@/lib/services/receive-log-file';
import { keepHeapLean } from '../lean-heap';
import { readOptions, UsageError } from '../options';
import { readFormat } from '../read-format';
import { reportFault } from './worker';

/** `ingest [--year Y] [--zone Z] [--format NAME] FILE…`: reads logs into the database and says what came in. */
export async function runIngest(argv: string[]): Promise<number> {
  keepHeapLean();
  const { values, positionals } = readOptions(argv, {
    year: { type: 'string' },
    zone: { type: 'string' },
    format: { type: 'string' },
  });
  if (positionals.length === 0) throw new UsageError('ingest: name at least one log file.');
  const format = readFormat(values.format);
  const year = values.year === undefined ? null : Number(values.year);
  const received: Array<{ id: number; name: string; duplicate: boolean }> = [];
  for (const file of positionals) {
    const { id, duplicate } = await receiveLogFile(ownerContext(), file, { year, zone: values.zone ?? null, format });
    // What was received before and not read to its end is read now.
    const known = duplicate && readUploadResult(id)?.state === 'done';
    received.push({ id, name: path.basename(file), duplicate: known });
  }
  const { ingest, detect } = createHandlers(process.env);
  await runJobs({
    handlers: { ingest, detect },
    signal: new AbortController().signal,
    nowMs: Date.now,
    until: 'settled',
    onFault: reportFault,
  });
  let failed = 0;
  for (const upload of received) {
    const result = readUploadResult(upload.id);
    if (result?.state !== 'done') failed++;
    process.stderr.write(`${describe(upload, result)}\n`);
  }
  return failed > 0 ? 1 : 0;
}

function describe(
  { name, duplicate }: { name: string; duplicate: boolean },
  result: ReturnType<typeof readUploadResult>,
): string {
  const shown = JSON.stringify(name).slice(1, -1);
  if (duplicate)
    return `${shown}: these bytes were read before as ${JSON.stringify(result?.name ?? '')}; nothing was added.`;
  if (!result) return `${shown}: is gone.`;
  const { t, message } = createTranslator('en');
  if (result.error) return `${shown}: ${message(JSON.parse(result.error) as Message)}`;
  const { lines, events, unparsed, known, addresses } = result;
  const sentence = t('page.uploads.result', { lines, events, known, addresses });
  const rest = unparsed > 0 ? ` ${t('page.uploads.unparsed-title', { count: unparsed })}.` : '';
  return `${shown}: ${sentence}${rest}`;
}
