import type { ParsedAnswer } from '@/lib/model';
import { type ChangedKind, isSameQuestion, noteChanges, readVersion } from './changes';

/** How a contact's facts are made comparable; handed in, since normal forms are the detectors' knowledge. */
export interface Normal {
  organisationKey(name: string): string;
  phoneE164(phone: string): string | null;
}

/** What an answer brought: the rows it made or touched. */
export interface StoredFacts {
  networks: Array<{ id: number; text: string; detailed: boolean }>;
  organisations: Array<{ id: number; name: string }>;
  contacts: Array<{ id: number; handle: string; registry: string }>;
  /** Networks that name a contact, without repeats. */
  references: Array<{ handle: string; networkIds: number[] }>;
}

/** One answer on its way into the database: what it says, and the rows that were made of it so far. */
export interface FactStoring {
  readonly answer: ParsedAnswer;
  readonly answerId: number;
  readonly origin: 'user' | 'sample';
  readonly normal: Normal;
  /** What came in part tells of an entity, and of that it is still to be asked about. */
  readonly isWhole: boolean;
  /** Networks the answer told of, and whether they were new. */
  readonly told: Map<number, boolean>;
  readonly stored: StoredFacts;
  /** Rows by `registry:key`, so that each is written once. */
  readonly organisations: Map<string, number>;
  readonly contacts: Map<string, number>;
}

/** Begins the storing of one answer. */
export function beginStoring(
  answer: ParsedAnswer,
  answerId: number,
  origin: 'user' | 'sample',
  normal: Normal,
): FactStoring {
  return {
    answer,
    answerId,
    origin,
    normal,
    isWhole: answer.status !== 'partial' && answer.status !== 'truncated',
    told: new Map(),
    stored: { networks: [], organisations: [], contacts: [], references: [] },
    organisations: new Map(),
    contacts: new Map(),
  };
}

/** What is known of an entity before an answer is stored. */
export interface Known {
  id: number;
  detailed: number;
  origin: 'user' | 'sample';
  answerId: number;
}

/** Whether this answer may take the place of what is known of an entity. */
export function mayOverwrite(
  { answer, isWhole, origin }: FactStoring,
  kind: ChangedKind,
  known: Known | undefined,
): boolean {
  if (!known || known.detailed === 0) return true;
  if (!isWhole || (known.origin === 'user' && origin === 'sample')) return false;
  return kind !== 'network' || answer.referral === null;
}

/**
 * Runs `write` where this answer may overwrite what is known of an entity, and keeps what it changes.
 * @param write gives the row's id; it is told whether what the answer leaves out is no longer there.
 */
export function overwrite(
  storing: FactStoring,
  kind: ChangedKind,
  known: Known | undefined,
  write: (whole: boolean) => number,
): number {
  if (!known || known.detailed === 0) return write(false);
  if (!mayOverwrite(storing, kind, known)) return known.id;
  const before = readVersion(kind, known.id);
  const id = write(isSameQuestion(known.answerId, storing.answerId));
  if (before) noteChanges(kind, before, storing.answerId);
  return id;
}

/** Notes that the answer told of a network; the first word on whether it was new counts. */
export function markTold({ told }: FactStoring, networkId: number, fresh: boolean): void {
  if (!told.has(networkId)) told.set(networkId, fresh);
}
