import type { FindingView } from '@/components/findings/finding-view';
import { readFindings } from '@/lib/db/read/findings';
import { readFindingCounts, readOperatorSummaries } from '@/lib/db/read/home';
import { readUploadOperators, readUploads } from '@/lib/db/read/uploads';
import { localOffset } from './local-offset';

/** Operators whose sentence stands on top. */
const OPERATORS = 3;

/** What the first page shows, as plain data: findings of one page, parted by what they wait for. */
export function loadHome(limit: number, offset: number) {
  const newest = readUploads({ limit: 1, offset: 0 }).uploads[0];
  const sinceMs = newest?.receivedMs ?? 0;
  const { findings, total } = readFindings({ limit, offset });
  const views = findings.map((finding): FindingView & { firstMs: number } => ({
    publicId: finding.publicId,
    detector: finding.detector,
    weight: finding.weight,
    sentence: finding.sentence,
    evidence: finding.evidence,
    evidenceTotal: finding.evidenceTotal,
    against: finding.against,
    current: finding.current,
    verdict: finding.verdict,
    verdictMs: finding.verdictMs,
    firstMs: finding.firstMs,
    utcOffsetMinutes: newest?.events ? newest.utcOffsetMinutes : localOffset(finding.firstMs),
  }));
  return {
    newest: newest && {
      publicId: newest.publicId,
      name: newest.name,
      lines: newest.lines,
      events: newest.events,
      done: newest.state === 'done',
      ...knownOf(newest.publicId),
    },
    operators: readOperatorSummaries(OPERATORS),
    numbers: readFindingCounts(sinceMs),
    total,
    fresh: views.filter(({ verdict, firstMs }) => verdict === null && firstMs >= sinceMs),
    waiting: views.filter(({ verdict, firstMs }) => verdict === null && firstMs < sinceMs),
    judged: views.filter(({ verdict }) => verdict !== null),
  };
}

function knownOf(publicId: string): { known: number; operators: number } {
  const { events, operators } = readUploadOperators(publicId);
  return { known: events, operators };
}
