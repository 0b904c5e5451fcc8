import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isZone, type ParseSummary } from '@/lib/maillog';
import { UserError } from '@/lib/model';
import { parseLog } from '@/lib/services/parse-log';

const USAGE = 'Usage: parse [--year YEAR] [--zone ZONE] FILE…  (or - for standard input)\n';

/** Raised where whoever reads our output has heard enough. */
class OutputClosed extends Error {}

interface Request {
  year: number | null;
  zone: string;
  paths: string[];
}

/**
 * `parse [--year Y] [--zone Z] FILE…|-`: refusals as NDJSON on standard output, a summary a file on
 * standard error.
 * @returns the exit code: 0, 2 where the command line or a file cannot be used, 1 where a file was cut short.
 */
export async function runParse(argv: string[]): Promise<number> {
  const request = readRequest(argv);
  if (typeof request === 'string') return complain(`${request}\n${USAGE}`, 2);
  try {
    let code = 0;
    for (const path of request.paths) code = Math.max(code, await parseOne(path, request));
    return code;
  } catch (error) {
    if (error instanceof OutputClosed) return 0;
    throw error;
  }
}

async function parseOne(path: string, { year, zone }: Request): Promise<number> {
  try {
    const input = { path, year, zone, nowMs: Date.now() };
    const { summary, interruption } = await parseLog(input, { write: (bytes) => writeAll(1, bytes) });
    complain(`${printable(path)}: ${describe(summary, year, zone)}\n`, 0);
    if (interruption === null) return 0;
    if (interruption instanceof UserError) return complain(explain(interruption), 1);
    throw interruption;
  } catch (error) {
    if (error instanceof UserError) return complain(explain(error), 2);
    throw error;
  }
}

/** @returns what is wrong, where the command line makes no sense. */
function readRequest(argv: string[]): Request | string {
  try {
    const options = { year: { type: 'string' }, zone: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
    const { year, zone } = values;
    if (year !== undefined && !/^(19[7-9]\d|2\d{3})$/.test(year)) {
      return `--year ${printable(year)} is no year: give the four digits of the year the log ends in, as --year 2026.`;
    }
    if (zone !== undefined && !isZone(zone)) {
      return `--zone ${printable(zone)} is no time zone: give a name as Asia/Tokyo, UTC, or an offset as +09:00.`;
    }
    if (positionals.length === 0) return 'No log was named: give one or more files, or - to read standard input.';
    const paths = positionals;
    return { year: year === undefined ? null : Number(year), zone: zone ?? machineZone(), paths };
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return printable(error.message);
    throw error;
  }
}

function machineZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function describe(summary: ParseSummary, year: number | null, zone: string): string {
  const { lines, rejections, unparsed, firstAt, lastAt } = summary;
  const range = firstAt === null || lastAt === null ? 'no time stamps' : `${isoTime(firstAt)} to ${isoTime(lastAt)}`;
  const parts = [plural(lines, 'line'), plural(rejections, 'event'), `${unparsed} unparsed`, range];
  if (summary.timeAssumed) {
    const origin = year === null ? 'from the file time' : 'as given';
    parts.push(`stamps without year read in ${zone}, year ${origin}`);
  }
  if (summary.pasted) parts.push('read as pasted text');
  return parts.join(', ');
}

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
const isoTime = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

const SENTENCES: Readonly<Record<string, string>> = {
  'open-log.not-found': 'there is no such file: check the path.',
  'open-log.not-readable': 'we may not read it: check its permissions.',
  'open-log.is-directory': 'this is a folder: name the log files in it.',
  'open-log.gzip-cut-off': 'the gzip file ends too early: what was in it up to there was read. Copy it again.',
  'open-log.gzip-damaged': 'the gzip file is damaged: what was in it up to there was read. Copy it again.',
};

function explain({ sentence, code }: UserError): string {
  const { name } = sentence.params;
  return `${printable(String(name))}: ${SENTENCES[sentence.key] ?? code}\n`;
}

/** Text that may hold anything, safe for a terminal. */
function printable(text: string): string {
  return text.replace(/[^\P{C}]|[\u2028\u2029]/gu, (unit) => `\\u{${(unit.codePointAt(0) ?? 0).toString(16)}}`);
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
