import type { AcceptedShare } from './accepted';
import type { Message } from './message';

/** An operator's case, complete and in plain data: all that a report says. */
export interface Case {
  /** Public id of the operator. */
  id: string;
  name: string;
  /** True where all of it is invented: the report then says so on every page. */
  sample: boolean;
  standing: string;
  score: number;
  confirmedAt: number | null;
  /** The log's zone, minutes east of UTC. */
  utcOffsetMinutes: number;
  organisations: ReadonlyArray<{ name: string; handle: string | null; registry: string }>;
  summary: { events: number; addresses: number; recipients: number; firstAt: number; lastAt: number };
  /** How much of the mail that the server accepted came from its networks, and from when to when the logs tell. */
  accepted: AcceptedShare & { span: { firstMs: number; lastMs: number } | null };
  networks: readonly CaseNetwork[];
  /** What ties it together; `evidence` names lines and answers below by their id. */
  reasons: ReadonlyArray<{
    sentence: Message;
    weight: number;
    /** False where it is told and not in the score. */
    counts: boolean;
    lines: readonly number[];
    answers: readonly number[];
    against: readonly Message[];
  }>;
  templates: ReadonlyArray<{ pattern: string; events: number }>;
  /** Raw log lines with where they stand and the spans of their parts (UTF-16 indexes into `text`). */
  lines: readonly CaseLine[];
  answers: readonly CaseAnswer[];
  /** Recipients to mask: every one of them, wherever it stands. */
  recipients: readonly string[];
  uploads: ReadonlyArray<{ name: string; sha256: string; lines: number; events: number }>;
}

export interface CaseNetwork {
  prefixes: readonly string[];
  organisation: string | null;
  events: number;
  addresses: number;
}

export type LinePart = 'time' | 'address' | 'code' | 'sender' | 'recipient' | 'helo';

export interface CaseLine {
  id: number;
  upload: string;
  line: number;
  text: string;
  parts: ReadonlyArray<{ part: LinePart; start: number; end: number }>;
}

export interface CaseAnswer {
  id: number;
  server: string;
  query: string;
  askedAt: number;
  sha256: string;
  origin: 'live' | 'pasted' | 'sample';
  text: string;
  /** When the text was deleted, because it held personal data; epoch ms. */
  deletedAt: number | null;
}
