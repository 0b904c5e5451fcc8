import type { FormState } from '@/components/evidence/action-form';
import type { DetectorId, EvidenceRef, Message, Verdict } from '@/lib/model';

/** A finding in plain data. */
export interface FindingView {
  publicId: string;
  detector: DetectorId;
  weight: number;
  sentence: Message;
  evidence: readonly EvidenceRef[];
  evidenceTotal: number;
  against: readonly Message[];
  current: boolean;
  verdict: Verdict | null;
  verdictMs: number | null;
  /** Minutes east of UTC for its times. */
  utcOffsetMinutes: number;
  /** The operator with which it was decided, where it has no verdict of its own. */
  operator: { publicId: string; name: string; verdict: Verdict; verdictMs: number } | null;
}

export type FindingAction = (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;

/** The verdicts a person can give; undo takes one back. */
export interface FindingActions {
  confirm: FindingAction;
  reject: FindingAction;
  undo: FindingAction;
}
