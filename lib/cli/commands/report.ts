import { writeFileSync } from 'node:fs';
import { ownerContext } from '@/lib/services/context';
import { makeReport, readReportHtml } from '@/lib/services/make-report';
import { readOptions, UsageError } from '../options';

/** `report --operator ID -o FILE [--language en|ja] [--unmasked]`: the evidence as one HTML file. */
export async function runReport(argv: string[]): Promise<number> {
  const { values } = readOptions(argv, {
    operator: { type: 'string' },
    output: { type: 'string', short: 'o' },
    language: { type: 'string', default: 'en' },
    unmasked: { type: 'boolean' },
  });
  const { language } = values;
  if (values.operator === undefined || values.output === undefined || (language !== 'en' && language !== 'ja')) {
    throw new UsageError('report: say --operator ID (see `operators`) and -o FILE; --language is en or ja.');
  }
  const { publicId } = await makeReport(ownerContext(), {
    operator: values.operator,
    language,
    maskRecipients: !values.unmasked,
  });
  writeFileSync(values.output, readReportHtml(publicId));
  return 0;
}
