import { expect, test } from 'vitest';
import type { FindingView } from './finding-view';
import { suggestedOf } from './standing';

const finding = (publicId: string, weight: number, more: Partial<FindingView> = {}): FindingView => ({
  ...{ publicId, weight, detector: 'canary-leak', sentence: { key: 'x', params: {} }, evidence: [], evidenceTotal: 0 },
  ...{ against: [], current: true, verdict: null, verdictMs: null, utcOffsetMinutes: 0, operator: null },
  ...more,
});
const operator = { publicId: 'o', name: 'Crimson', verdict: 'confirmed' as const, verdictMs: 0 };

test('one finding of a page is suggested: the first likely one that waits for a word', () => {
  const judged = finding('judged', 0.9, { verdict: 'confirmed', verdictMs: 1 });
  const withOperator = finding('with operator', 0.9, { operator });
  const list = [finding('weak', 0.59), judged, withOperator, finding('first', 0.6), finding('second', 0.9)];
  expect(suggestedOf(list)).toBe('first');
  expect(suggestedOf(list.slice(0, 3))).toBeNull();
});
