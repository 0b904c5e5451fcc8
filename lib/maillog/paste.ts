/**
 * Text as people paste it from a page or a ticket: records run together on one line, stray blanks
 * inside angle brackets, blanks collapsed. Text holds one character a byte here.
 */
import { isRefuser, locateRefusal, readHead } from './formats/postfix';
import { Refusal } from './refusal';

const STAMP =
  '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}[0-9]{1,2} [0-9]{2}:[0-9]{2}:[0-9]{2}' +
  '|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:?[0-9]{2})';
const RECORD_START = new RegExp(`(?:${STAMP}) [^ ]{1,255} [^ :\\[\\]]{1,128}(?:\\[[0-9]{1,10}\\])?: `, 'g');
const REFUSAL_MARK = /: (?:milter-)?(?:reject|reject_warning|hold|discard|redirect): /;

/** Where records start in a line, in order; empty where none does. */
export function findRecordStarts(line: string): number[] {
  return Array.from(line.matchAll(RECORD_START), (match) => match.index);
}

/** A record without stray blanks, and where each of its characters (and its end) stood before. */
export interface Repaired {
  text: string;
  origins: number[];
}

/** Takes stray blanks out of a record: inside angle brackets, and between `from=` and its bracket. */
export function repairRecord(record: string): Repaired {
  const kept: string[] = [];
  const origins: number[] = [];
  let bracketEnd = -1;
  for (let at = 0; at < record.length; ) {
    const width = blankWidth(record, at);
    if (width === 0) {
      if (at > bracketEnd && record[at] === '<') bracketEnd = findBracketEnd(record, at);
      kept.push(record.charAt(at));
      origins.push(at++);
      continue;
    }
    let end = at + width;
    for (let more = blankWidth(record, end); more > 0; more = blankWidth(record, end)) end += more;
    const stray = at < bracketEnd || (record[at - 1] === '=' && record[end] === '<');
    while (at < end) {
      if (!stray) {
        kept.push(' ');
        origins.push(at);
      }
      at += blankWidth(record, at);
    }
  }
  origins.push(record.length);
  return { text: kept.join(''), origins };
}

/** 1 for a blank or tab, 2 for a no-break space in UTF-8, else 0. */
function blankWidth(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 32 || code === 9) return 1;
  return code === 0xc2 && text.charCodeAt(at + 1) === 0xa0 ? 2 : 0;
}

/** The `>` of a bracket that holds neither a further bracket nor a quoted part; else the bracket itself. */
function findBracketEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 62) return at;
    if (code === 60 || code === 34) return start;
  }
  return start;
}

/**
 * Decides from an input's head whether it is pasted text: at least half of the lines with a refusal are
 * damaged as above, and sound once repaired. A stranger who writes a record into a HELO or a sender
 * damages a line too, but what is left behind the forged record is no sound one.
 * @param whole false where more follows, so that the last record may be cut.
 */
export function looksPasted(head: string, whole: boolean): boolean {
  const lines = (whole ? head : head.slice(0, findLastStart(head))).split('\n');
  let refusals = 0;
  let damaged = 0;
  for (const line of lines) {
    if (!REFUSAL_MARK.test(line)) continue;
    refusals++;
    if (isDamaged(line.trimEnd())) damaged++;
  }
  return damaged > 0 && damaged * 2 >= refusals;
}

/** Where the last line of a head begins, or in a head of one line its last record. */
function findLastStart(head: string): number {
  return head.lastIndexOf('\n') + 1 || findRecordStarts(head).at(-1) || head.length;
}

function isDamaged(line: string): boolean {
  const starts = findRecordStarts(line);
  if (starts.length === 0) return false;
  if (starts.length === 1 && judgeRecord(line.slice(starts[0])) !== 'broken') return false;
  return starts.every(
    (start, i) => judgeRecord(repairRecord(line.slice(start, starts[i + 1]).trimEnd()).text) !== 'broken',
  );
}

/** Whether a record is a refusal in the strict form, one that is not, or none at all. */
function judgeRecord(record: string): 'sound' | 'broken' | 'other' {
  const bytes = Buffer.from(record, 'latin1');
  const { envelope, spans } = new Refusal();
  if (!envelope.readStamp(bytes, 0, bytes.length) || !envelope.readTag(bytes)) return 'other';
  if (!isRefuser(bytes, envelope)) return 'other';
  const head = readHead(bytes, envelope.message, bytes.length, spans);
  if (head < 0) return 'other';
  return locateRefusal(bytes, envelope, head, bytes.length, spans) === null && !spans.internal ? 'sound' : 'broken';
}
