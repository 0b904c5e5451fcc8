/** The mail servers that are read as text. A format is one file here and a line in one of the lists. */
import { exchange } from './exchange';
import { eximFile, eximSyslog } from './exim';
import { harakaFile, harakaSyslog } from './haraka';
import { iis } from './iis';
import { opensmtpd } from './opensmtpd';
import { postgrey } from './postgrey';
import { rblsmtpd } from './rblsmtpd';
import { rspamdFile, rspamdSyslog } from './rspamd';
import { sendmail } from './sendmail';
import { spamdyke } from './spamdyke';
import type { FileFormat, SyslogFormat } from './text-format';

export const SYSLOG_FORMATS: readonly SyslogFormat[] = [
  eximSyslog,
  sendmail,
  opensmtpd,
  rblsmtpd,
  spamdyke,
  harakaSyslog,
  rspamdSyslog,
  postgrey,
];
export const FILE_FORMATS: readonly FileFormat[] = [eximFile, harakaFile, rspamdFile, exchange, iis];
