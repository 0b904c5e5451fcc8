import { writeSync } from 'node:fs';
import { type LogFormat, UserError } from '@/lib/model';
import { isZone, type ParseLogInput, type ParseSummary, parseLog } from '@/lib/services/parse-log';
import { readOptions, UsageError } from '../options';
import { printable } from '../printable';
import { readFormat } from '../read-format';

const USAGE = 'Usage: parse [--year YEAR] [--zone ZONE] [--format NAME] FILE…  (or - for standard input)\n';

/** Raised where whoever reads our output has heard enough. */
class OutputClosed extends Error {}

interface Request {
  year: number | null;
  zone: string;
  /** Null: whatever mail servers the log is from. */
  format: LogFormat | null;
  paths: string[];
}

/**
 * `parse [--year Y] [--zone Z] [--format NAME] FILE…|-`: refusals as NDJSON on standard output, a summary a file on
 * standard error.
 * @returns the exit code: 0, 2 where the command line or a file cannot be used, 1 where a file was cut short.
 */
export async function runParse(argv: string[]): Promise<number> {
  try {
    const request = readRequest(argv);
    let code = 0;
    for (const path of request.paths) code = Math.max(code, await parseOne(path, request));
    return code;
  } catch (error) {
    if (error instanceof OutputClosed) return 0;
    if (error instanceof UsageError) return complain(`${printable(error.message)}\n${USAGE}`, 2);
    throw error;
  }
}

async function parseOne(path: string, { year, zone, format }: Request): Promise<number> {
  try {
    const input: ParseLogInput = { path, year, zone, nowMs: Date.now() };
    if (format !== null) input.format = format;
    const { summary, interruption } = await parseLog(input, { write: (bytes) => writeAll(1, bytes) });
    complain(`${printable(path)}: ${describe(summary, year, zone)}\n`, 0);
    if (interruption === null) return 0;
    if (interruption instanceof UserError) return complain(await explain(interruption), 1);
    throw interruption;
  } catch (error) {
    if (error instanceof UserError) return complain(await explain(error), 2);
    throw error;
  }
}

/** @throws UsageError where the command line makes no sense. */
function readRequest(argv: string[]): Request {
  const { values, positionals } = readOptions(argv, {
    year: { type: 'string' },
    zone: { type: 'string' },
    format: { type: 'string' },
  });
  const { year, zone } = values;
  if (year !== undefined && !/^(19[7-9]\d|2\d{3})$/.test(year)) {
    throw new UsageError(
      `--year ${year} is no year: give the four digits of the year the log ends in, as --year 2026.`,
    );
  }
  if (zone !== undefined && !isZone(zone)) {
    throw new UsageError(`--zone ${zone} is no time zone: give a name as Asia/Tokyo, UTC, or an offset as +09:00.`);
  }
  const format = readFormat(values.format);
  if (positionals.length === 0) {
    throw new UsageError('No log was named: give one or more files, or - to read standard input.');
  }
  return { year: year === undefined ? null : Number(year), zone: zone ?? machineZone(), format, paths: positionals };
}

function machineZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function describe(summary: ParseSummary, year: number | null, zone: string): string {
  const { lines, rejections, unparsed, formats, firstAt, lastAt } = summary;
  const range = firstAt === null || lastAt === null ? 'no time stamps' : `${isoTime(firstAt)} to ${isoTime(lastAt)}`;
  const servers = formats.map((found) => `${found.format} ${found.rejections}`).join(', ');
  const events = `${plural(rejections, 'event')}${servers === '' ? '' : ` (${servers})`}`;
  const parts = [plural(lines, 'line'), events, `${unparsed} unparsed`, range];
  if (summary.zoneAssumed && summary.firstYear === null) parts.push(`stamps without zone read in ${zone}`);
  else if (summary.zoneAssumed) {
    const origin = year === null ? 'from the file time' : 'as given';
    parts.push(`stamps without year read in ${zone}, year ${origin}`);
  }
  if (summary.pasted) parts.push('read as pasted text');
  return parts.join(', ');
}

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
const isoTime = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** The catalogue is loaded only where it is needed: a start without it is faster. */
async function explain({ sentence }: UserError): Promise<string> {
  const { createTranslator } = await import('@/lib/messages');
  return `ringleader parse: ${createTranslator('en').message(sentence)}\n`;
}

function complain(text: string, code: number): number {
  writeAll(2, Buffer.from(text));
  return code;
}

/** Writes all bytes, waiting where the other side is slow. @throws OutputClosed where it is gone. */
function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'EPIPE') throw new OutputClosed('the reader is gone', { cause: error });
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
