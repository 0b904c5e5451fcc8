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
  /** Takes a line that {@link FileFormat.look} called a header. */
  readHeader?(line: string): void;
}

/** A server that logs through syslog. */
export interface SyslogFormat {
  format: LogFormat;
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
}

/** A server that writes files of its own. */
export interface FileFormat {
  format: LogFormat;
  /** The name its refusals are filed under where the line has none. */
  daemon: string;
  /**
   * Looks at the beginning of a line; called for every line that is no syslog, so it is quick to say no.
   * @returns the stamp, `header` for a line that tells how others are read, null where it is another's.
   */
  look(line: string): FileStamp | 'header' | null;
  open(): TextReader;
}

export const NOTHING: readonly TextFinding[] = [];
