import { LOG_FORMATS, type LogFormat, message, UserError } from '@/lib/model';

/**
 * The mail server that a form or a URL names; null where it names none.
 * @throws UserError for a name that is none.
 */
export function readFormat(text: string): LogFormat | null {
  if (text === '') return null;
  const format = LOG_FORMATS.find((name) => name === text);
  if (!format) {
    const problem = LOG_FORMATS.join(', ');
    throw new UserError('bad-input', message('services.upload.bad-field', { field: 'format', problem }));
  }
  return format;
}
