import type { Message } from './message';

export type DetectorId = 'hop' | 'sender-template' | 'shared-contact' | 'canary-leak';

/** Kinds of evidence. Within a family the strongest counts, across families they combine. */
export type EvidenceFamily = 'registry' | 'contact' | 'place' | 'behaviour' | 'name' | 'leak';

export type EvidenceRef = { kind: 'event' | 'answer'; id: number };

/** What a finding is about, by the database's ids. */
export type EntityRef = {
  kind: 'organisation' | 'network' | 'template' | 'recipient' | 'address' | 'contact';
  id: number;
};

/** What a detector claims. Identity (and so a person's verdict) is detector + subject. */
export interface Finding {
  detector: DetectorId;
  subject: string;
  sentence: Message;
  family: EvidenceFamily;
  /** 0 to 1, after damping by rarity. */
  weight: number;
  entities: readonly EntityRef[];
  /** What opens when one asks "how do you know?"; at most 100, `evidenceTotal` says of how many. */
  evidence: readonly EvidenceRef[];
  evidenceTotal: number;
  against: readonly Message[];
}

/** Who belongs to a proposed operator, and by which reasons. */
export interface OperatorProposal {
  organisationIds: readonly number[];
  networkIds: readonly number[];
  /** Noisy-OR of the families' strongest reasons. */
  score: number;
  standing: Standing;
  families: readonly EvidenceFamily[];
  /** The findings (by detector + subject) that are told of it: those that count first, of each the strongest first. */
  reasons: ReadonlyArray<OperatorReason>;
}

/** A finding that is told of an operator. */
export interface OperatorReason {
  detector: DetectorId;
  subject: string;
  /** False where it does not say, by itself, that the members are one hand: it is not in the score. */
  counts: boolean;
}

export type Standing = 'very-likely' | 'likely' | 'possible' | 'weak';
export type Verdict = 'confirmed' | 'rejected';
