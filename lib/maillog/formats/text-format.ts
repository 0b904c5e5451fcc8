/**
 * The seam for mail servers whose lines are read as text. Postfix, whose logs are the largest, is read as
 * bytes instead (`postfix.ts`).
 */
import type { LogFormat, Rejection, Sighting, UnparsedReason } from '@/lib/model';

/** A line whose stamp, host and program are read. All text in it is UTF-8; what is none is U+FFFD. */
export interface TextRecord {
  /** What stands behind the tag; in a server's own file, behind the stamp. */
  message: string;
  timeMs: number;
  host: string | null;
  daemon: string;
  pid: number | null;
}

/** The fields a format finds; the others are null, host and daemon and pid those of the record. */
export type RefusalFields = Pick<Rejection, 'action' | 'stage' | 'text'> &
  Partial<
    Pick<
      Rejection,
      | 'daemon'
      | 'pid'
      | 'queueId'
      | 'clientName'
      | 'clientAddress'
      | 'clientPort'
      | 'code'
      | 'dsn'
      | 'dnsbl'
      | 'sender'
      | 'recipient'
      | 'proto'
      | 'helo'
      | 'saslUsername'
    >
  >;

/** What one line comes to. */
export type TextFinding =
  | { refusal: RefusalFields }
  | { unparsed: UnparsedReason }
  | { sighting: Omit<Sighting, 'timeMs' | 'host'> };

/** Reads one log. It may remember sessions: a bounded number, the oldest forgotten first. */
export interface TextReader {
  /** @returns what the line holds, in order; mostly nothing. */
  read(record: TextRecord): readonly TextFinding[];
}

/** Reads a server's own file. */
export interface FileReader extends TextReader {
  /**
   * Looks at the beginning of a line; called for every line that is no syslog, so it is quick to say no.
   * @returns the stamp, `header` for a line that tells how others are read, null where it is another's.
   */
  look(line: string): FileStamp | 'header' | null;
  /** Takes a line that `look` called a header. */
  readHeader?(line: string): void;
}

/** One kind of line. Each has a sample in `fixtures/`, or the build fails. */
export interface Pattern<Memory> {
  name: string;
  /** @returns what the line holds, nothing included; null where it is not of this kind. */
  read(record: TextRecord, memory: Memory): readonly TextFinding[] | null;
}

interface TextFormat {
  format: LogFormat;
  /** The kinds of line it knows, in the order they are tried; left out where its samples are Postfix'. */
  patterns?: ReadonlyArray<Pattern<unknown>>;
}

/** A server that logs through syslog. */
export interface SyslogFormat extends TextFormat {
  /** The names it logs under (`sendmail`, `sm-mta`), without a process id. */
  programs: readonly string[];
  open(): TextReader;
}

/** Where the message of a line in a server's own file begins, and when it was written. */
export interface FileStamp {
  /** The wall clock read as if it were UTC, in milliseconds. */
  wallMs: number;
  /** Minutes east of UTC; null where the file does not say, so that the user's zone is assumed. */
  offsetMinutes: number | null;
  messageStart: number;
  pid?: number | null;
}

/** A server that writes files of its own. */
export interface FileFormat extends TextFormat {
  /** The name its refusals are filed under where the line has none. */
  daemon: string;
  open(): FileReader;
}

export const NOTHING: readonly TextFinding[] = [];

/** A reader that tries the patterns in their order, over one memory. */
export function openPatterns<Memory>(patterns: ReadonlyArray<Pattern<Memory>>, memory: Memory): TextReader {
  return {
    read(record) {
      for (const pattern of patterns) {
        const findings = pattern.read(record, memory);
        if (findings) return findings;
      }
      return NOTHING;
    },
  };
}
