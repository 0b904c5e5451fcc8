import { z } from 'zod';
import { readOperatorActivity } from '@/lib/db/read/operator-activity';
import { readOperator } from '@/lib/db/read/operators';
import { readReportHtml as readStoredHtml } from '@/lib/db/read/reports';
import { transaction } from '@/lib/db/transaction';
import { insertReport, nextReportVersion } from '@/lib/db/write/reports';
import { createTranslator } from '@/lib/messages';
import { message, UserError } from '@/lib/model';
import { renderReport } from '@/lib/report';
import { buildCase } from './build-case';
import type { Context } from './context';
import { newPublicId, sha256 } from './ids';

export const ReportInput = z.object({
  /** Public id of the operator. */
  operator: z.string(),
  language: z.enum(['en', 'ja']),
  maskRecipients: z.boolean().default(true),
});

/**
 * Freezes the case of an operator as it stands now: the next version of its report, with its hash.
 * @throws UserError as `buildCase` does.
 */
export async function makeReport(context: Context, input: z.input<typeof ReportInput>): Promise<{ publicId: string }> {
  const { operator: operatorId, language, maskRecipients } = ReportInput.parse(input);
  const activity = await readOperatorActivity(operatorId);
  return transaction(() => {
    const about = buildCase(operatorId, activity);
    const operator = readOperator(operatorId);
    if (!operator) throw new UserError('not-found', message('services.operator.unknown', { id: operatorId }));
    const publicId = newPublicId();
    const version = nextReportVersion(operator.id);
    const html = renderReport(about, {
      language,
      translate: createTranslator(language, about.utcOffsetMinutes).message,
      maskRecipients,
      generatedAt: context.nowMs,
      version,
      snapshotId: publicId,
    });
    insertReport({
      publicId,
      operatorId: operator.id,
      version,
      createdMs: context.nowMs,
      language,
      masked: maskRecipients,
      sha256: sha256(html),
      html,
    });
    return { publicId };
  });
}

/**
 * The frozen page of a report.
 * @throws UserError where there is no such report.
 */
export function readReportHtml(publicId: string): string {
  const report = readStoredHtml(publicId);
  if (!report) throw new UserError('not-found', message('services.report.unknown', { id: publicId }));
  return report.html;
}
