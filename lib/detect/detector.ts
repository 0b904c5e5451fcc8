import type { DetectorId, EvidenceFamily, Finding } from '@/lib/model';

/**
 * One detector. What it declares about itself is read by shared code and by the page that explains
 * it; nothing outside branches on a concrete id.
 */
export interface Detector<Group> {
  id: DetectorId;
  /** The kinds of evidence its findings can be. */
  families: readonly EvidenceFamily[];
  /** No finding of it weighs more. */
  maxWeight: number;
  /**
   * True where a stranger could bring the finding about by what he writes into a mail. Such findings
   * tie nobody to anybody by themselves, and never lead to a rule.
   */
  spoofable: boolean;
  /** Folds the groups one by one; the state kept does not grow with the log. */
  detect(groups: Iterable<Group>): Finding[];
}
