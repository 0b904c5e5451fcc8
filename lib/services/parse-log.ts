import { createByteParser, NdjsonWriter, type ParserOptions, type ParseSummary } from '@/lib/maillog';
import type { LogFormat } from '@/lib/model';
import { findFirstYear } from './find-first-year';
import { openLog } from './open-log';

export { isZone, type ParseSummary } from '@/lib/maillog';

export interface ParseLogInput {
  /** A path, or `-` for standard input. */
  path: string;
  /** The year of the log's last stamp (of its first where it comes through a pipe); null: from the file's time. */
  year: number | null;
  /** Where stamps have no zone: IANA name, `UTC` or `±HH:MM`. */
  zone: string;
  /** The present, in UTC milliseconds, where the file has no time. */
  nowMs: number;
  /** The one mail server whose refusals are wanted; all of them where it is left out. */
  format?: LogFormat;
}

/** Takes NDJSON, whole lines at a time; `bytes` is valid during the call. */
export interface NdjsonOutput {
  write(bytes: Uint8Array): void;
}

/** What was read, and the error that ended it early (a damaged gzip), where one did. */
export interface ParseLogResult {
  summary: ParseSummary;
  interruption: unknown;
}

/**
 * Writes a log's refusals as NDJSON.
 * @throws UserError where the log cannot be opened.
 */
export async function parseLog(input: ParseLogInput, output: NdjsonOutput): Promise<ParseLogResult> {
  const log = await openLog(input.path);
  const writer = new NdjsonWriter((lines) => output.write(lines));
  const options: ParserOptions = {
    zone: input.zone,
    firstYear: await chooseFirstYear(input, log.fileTimeMs !== null),
    referenceMs: log.fileTimeMs ?? input.nowMs,
  };
  if (input.format !== undefined) options.format = input.format;
  const parser = createByteParser(options, { refusal: (refusal) => writer.add(refusal), unparsed: () => undefined });
  let interruption: unknown = null;
  try {
    for await (const chunk of log.chunks) parser.push(chunk);
  } catch (error) {
    interruption = error;
  }
  const summary = parser.end();
  writer.flush();
  return { summary, interruption };
}

/** What is no regular file can be read once only, so that its end cannot be looked at first. */
async function chooseFirstYear({ path, year }: ParseLogInput, regular: boolean): Promise<number | 'latest-before'> {
  if (year === null) return 'latest-before';
  return regular ? findFirstYear(path, year) : year;
}
