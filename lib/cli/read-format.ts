import { LOG_FORMATS, type LogFormat } from '@/lib/model';
import { UsageError } from './options';

/**
 * The mail server that `--format` names; null where it was left out.
 * @throws UsageError for a name that is none.
 */
export function readFormat(value: string | undefined): LogFormat | null {
  const format = LOG_FORMATS.find((name) => name === value) ?? null;
  if (value !== undefined && format === null) {
    throw new UsageError(
      `--format ${value} is no mail server we read: give one of ${LOG_FORMATS.join(', ')}, or leave it out.`,
    );
  }
  return format;
}
