/** The mail servers that are read as text. A format is one file here and a line in one of the lists. */
import { rblsmtpd } from './rblsmtpd';
import type { FileFormat, SyslogFormat } from './text-format';

export const SYSLOG_FORMATS: readonly SyslogFormat[] = [rblsmtpd];
export const FILE_FORMATS: readonly FileFormat[] = [];
