import { one } from '../connection';
import { OPEN_FINDING } from './decided-findings';

/** What the rail counts. */
export interface Counts {
  findings: number;
  operators: number;
  networks: number;
  events: number;
  blockLists: number;
  reports: number;
  leaks: number;
  uploads: number;
  /** Questions to registries not answered yet. */
  waiting: number;
  /** True where anything of the sample case is here. */
  sample: boolean;
}

export function readCounts(): Counts {
  const row = one<Omit<Counts, 'sample'> & { sample: number }>(
    `SELECT (SELECT count(*) FROM Finding WHERE current = 1 AND ${OPEN_FINDING}) AS findings,
       (SELECT count(*) FROM Operator WHERE coalesce(verdict, '') <> 'rejected') AS operators,
       (SELECT count(*) FROM Network) AS networks, (SELECT coalesce(sum(events), 0) FROM Upload) AS events,
       (SELECT count(*) FROM BlockList) AS blockLists, (SELECT count(*) FROM Report) AS reports,
       (SELECT count(*) FROM Finding WHERE detector = 'canary-leak' AND current = 1) AS leaks,
       (SELECT count(*) FROM Upload WHERE state <> 'receiving') AS uploads,
       (SELECT count(*) FROM Job WHERE kind = 'ask' AND state IN ('waiting', 'blocked', 'leased')) AS waiting,
       EXISTS (SELECT 1 FROM Upload WHERE origin = 'sample') OR EXISTS (SELECT 1 FROM Answer WHERE origin = 'sample') AS sample`,
  );
  if (!row) throw new Error('a query without tables returned no row');
  return { ...row, sample: row.sample === 1 };
}
