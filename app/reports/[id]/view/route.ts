import { readReportHtml } from '@/lib/db/read/reports';
import { noReport, reportResponse } from '../../report-response';

/** The report as its reader sees it, for the frame on its page. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const report = readReportHtml((await params).id);
  return report ? reportResponse(report.html, "'self'") : noReport();
}
