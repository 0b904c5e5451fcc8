import { ownerContext } from '@/lib/services/context';
import { openSharedReport } from '@/lib/services/share-report';
import { noReport, reportResponse } from '../../reports/report-response';

/** What a public link shows: the report alone. A wrong, an expired and a revoked link get the same answer. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const shared = openSharedReport((await params).token, ownerContext().nowMs);
  return shared ? reportResponse(shared.html, "'none'") : noReport();
}
