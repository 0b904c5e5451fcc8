import { one } from '../connection';

/** What open pages are made from, in few numbers: where one of them differs, they are out of date. */
export interface DataVersion {
  /** Refusals read so far, to say how many are new. */
  events: number;
  /** Changes whenever anything that pages show does, and is compared only. */
  version: string;
}

/**
 * Reads only the last rows of indexes and the few rows of uploads and operators, so that it may be asked for often.
 * Jobs that come and go change nothing of it, what they wrote does: findings are told by the end of their last making.
 */
export function readDataVersion(): DataVersion {
  const row = one<DataVersion>(
    `SELECT u.events, u.events || '.' || u.unparsed || '.' || u.count || '.' || u.done
       || '.' || coalesce((SELECT max(id) FROM Answer), 0) || '.' || coalesce((SELECT doneMs FROM Job WHERE key = 'detect'), 0)
       || '.' || (SELECT count(*) || '-' || coalesce(max(verdictMs), 0) FROM Operator)
       || '.' || coalesce((SELECT max(id) FROM BlockList), 0) || '.' || coalesce((SELECT max(id) FROM Report), 0) AS version
     FROM (SELECT coalesce(sum(events), 0) AS events, coalesce(sum(unparsed), 0) AS unparsed, count(*) AS count,
       coalesce(sum(state IN ('done', 'failed')), 0) AS done FROM Upload) u`,
  );
  if (!row) throw new Error('a query without a condition returned no row');
  return row;
}
