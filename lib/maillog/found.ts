import type { Action, Assumed, LogFormat, Rejection } from '@/lib/model';

/**
 * A refusal as a format found it. It is good until the next record is looked at, and its parts are made
 * into strings when asked for: who keeps more than a few takes {@link toRejection}. The parts mean what
 * the fields of {@link Rejection} mean.
 */
export interface Found {
  readonly format: LogFormat;
  readonly line: number;
  readonly offset: number;
  readonly timeMs: number;
  readonly offsetMinutes: number;
  readonly assumed: Assumed;
  readonly action: Action;
  readonly stage: string;
  readonly code: number | null;
  readonly dsn: string | null;
  readonly dnsbl: string | null;
  readonly address: string | null;
  readonly sender: string | null;
  readonly recipient: string | null;
  /** The record's bytes as they came. */
  raw(): Uint8Array;
  toRejection(): Rejection;
}
