import type { FindingView } from '@/components/findings/finding-view';
import type { StoredFinding } from '@/lib/db/read/findings';
import {
  isWorking,
  readFindingCounts,
  readJudgedFindings,
  readOpenFindings,
  readOperatorSummaries,
} from '@/lib/db/read/home';
import { readOperatorAccepted } from '@/lib/db/read/operator-accepted';
import { readUploadOperators } from '@/lib/db/read/upload-operators';
import { readUploads } from '@/lib/db/read/uploads';
import { localOffset } from './local-offset';

/** Operators whose sentence stands on top, and verdicts that can still be undone here. */
const OPERATORS = 3;
const JUDGED = 20;

/** A finding as plain data. Without a zone of the log, times are the machine's. */
export function viewFinding(finding: StoredFinding, utcOffsetMinutes?: number): FindingView {
  const { publicId, detector, weight, sentence, evidence, evidenceTotal, against, current, verdict, verdictMs } =
    finding;
  return {
    publicId,
    detector,
    weight,
    sentence,
    evidence,
    evidenceTotal,
    against,
    current,
    verdict,
    verdictMs,
    utcOffsetMinutes: utcOffsetMinutes ?? localOffset(finding.firstMs),
    operator: null,
  };
}

/** What the first page shows, as plain data: one page of what waits for a word, and the last words given. */
export async function loadHome(limit: number, offset: number) {
  const newest = readUploads({ limit: 1, offset: 0 }).uploads[0];
  const sinceMs = newest?.receivedMs ?? 0;
  const zone = newest && newest.events > 0 ? newest.utcOffsetMinutes : undefined;
  const open = readOpenFindings({ limit, offset });
  const view = (finding: StoredFinding): FindingView => viewFinding(finding, zone);
  const totals: Parameters<typeof readOperatorAccepted>[1] = new Map();
  return {
    newest: newest && {
      publicId: newest.publicId,
      name: newest.name,
      lines: newest.lines,
      events: newest.events,
      done: newest.state === 'done',
      ...(await knownOf(newest.publicId)),
    },
    operators: readOperatorSummaries(OPERATORS).map((summary) => ({
      ...summary,
      accepted: readOperatorAccepted(summary.publicId, totals),
    })),
    numbers: readFindingCounts(sinceMs),
    working: isWorking(),
    fresh: open.filter(({ firstMs }) => firstMs >= sinceMs).map(view),
    waiting: open.filter(({ firstMs }) => firstMs < sinceMs).map(view),
    judged: readJudgedFindings(JUDGED).map((finding) => ({ ...view(finding), operator: finding.operator })),
  };
}

async function knownOf(publicId: string): Promise<{ known: number; operators: number }> {
  const { events, operators } = await readUploadOperators(publicId);
  return { known: events, operators };
}
