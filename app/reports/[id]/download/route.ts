import { readReportHtml } from '@/lib/db/read/reports';
import { noReport, reportResponse } from '../../report-response';

/** The report as one file to keep or send; its name holds our own id only. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const report = readReportHtml(id);
  if (!report) return noReport();
  const response = reportResponse(report.html, "'none'");
  response.headers.set('Content-Disposition', `attachment; filename="ringleader-report-${id}-v${report.version}.html"`);
  return response;
}
