import { FIELD_NAMES, MESSAGE_FIELDS } from '@/lib/maillog';

/** What a batch of a shipper's came to. */
export interface IngestLines {
  /** Each record one line, with its line end; what a shipper's fields tell is a line of JSON. */
  bytes: Buffer;
  lines: number;
  /** Objects without a message, and what is no JSON where JSON was announced. */
  ignored: number;
}

const NEWLINE = 10;
/** A line that a daemon wrote whole: a stamp of syslog's or of a server's own file, with or without a priority. */
const WHOLE_LINE =
  /^(?:<\d{1,3}>(?:\d{1,2} )?)?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]?\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d)/;

/**
 * Reads a batch: lines as they are, one JSON value a line, or one JSON array. Of an object whose message is a whole
 * line that line is the record, so that the same line is the same refusal however it came; else its fields are.
 * Whatever a message holds, it stays one record.
 * @param isJson true where the sender says so: then what is no JSON is left out.
 */
export function readIngestLines(body: Buffer, isJson: boolean): IngestLines {
  const first = body.find((byte) => byte > 32);
  if (!isJson && first !== 0x5b && first !== 0x7b) return readPlain(body);
  const text = body.toString('utf8');
  const whole = parse(text);
  if (whole !== undefined) return collect(Array.isArray(whole) ? whole.map(readRecord) : [readRecord(whole)]);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return collect(
    lines.map((line) => {
      const value = parse(line);
      return value === undefined ? (isJson ? null : line.replace(/\r$/, '')) : readRecord(value);
    }),
  );
}

function readPlain(body: Buffer): IngestLines {
  const ended = body.length === 0 || body.at(-1) === NEWLINE ? body : Buffer.concat([body, Buffer.of(NEWLINE)]);
  let lines = 0;
  for (let at = ended.indexOf(NEWLINE); at >= 0; at = ended.indexOf(NEWLINE, at + 1)) lines++;
  return { bytes: ended, lines, ignored: 0 };
}

function collect(records: ReadonlyArray<string | null>): IngestLines {
  const kept = records.filter((record) => record !== null);
  const bytes = Buffer.from(kept.map((record) => `${record}\n`).join(''));
  return { bytes, lines: kept.length, ignored: records.length - kept.length };
}

/** Undefined where it is no JSON. */
function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** @returns null where there is no message in it. */
function readRecord(value: unknown): string | null {
  if (typeof value === 'string') return toOneLine(value) || null;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  // Only names of ours are asked for, and only among its own: a prototype has others.
  const own = (name: string): string | number | null => {
    const field: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : null;
    if (typeof field === 'string') return toOneLine(field);
    return typeof field === 'number' ? field : null;
  };
  const message = [...MESSAGE_FIELDS, 'line'].map(own).find((field) => field !== null);
  if (typeof message !== 'string' || message === '') return null;
  if (WHOLE_LINE.test(message)) return message;
  const others = FIELD_NAMES.filter((name) => !MESSAGE_FIELDS.includes(name));
  const fields = others.map((name) => [name, own(name)] as const).filter(([, field]) => field !== null);
  return JSON.stringify(Object.fromEntries([...fields, ['message', message]]));
}

/** A line end within a message would make two records of it, the second of which anybody could have written. */
function toOneLine(text: string): string {
  return text.replace(/[\r\n]+$/, '').replace(/[\r\n]+/g, ' ');
}
