import type { FormState } from '@/components/evidence/action-form';
import type { Message } from '@/lib/model';

/** A question in the queue; times are epoch ms. */
export interface QuestionView {
  key: string;
  lane: string;
  kind: string;
  subject: string;
  availableMs: number;
  attempts: number;
  state: 'waiting' | 'blocked' | 'leased' | 'failed';
  error: Message | null;
}

/** One registry's lane. */
export interface LaneView {
  name: string;
  registry: string;
  minIntervalMs: number;
  waiting: number;
  blocked: number;
  failed: number;
  done: number;
  running: QuestionView | null;
  next: QuestionView | null;
  nextMs: number | null;
  lastMs: number | null;
  lastError: Message | null;
  errorMs: number | null;
  stoppedMs: number | null;
  /** Questions put on this UTC day. */
  today: number;
  /** Of the number it is put a day; null where it is in no directory any more. */
  budget: { limit: number; asked: number; left: number } | null;
  /** Personal entries the registry gives an address a day, over all of its servers, and those left today. */
  personal: { limit: number; left: number } | null;
}

/** A server that was never asked. */
export interface UnaskedView {
  host: string;
  minIntervalMs: number;
  /** Questions a day. */
  limit: number;
}

export type RegistryAction = (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;

/** Past this a lane waits for a person, not for a time. */
export const FOR_GOOD_MS = 8_000_000_000_000_000;
