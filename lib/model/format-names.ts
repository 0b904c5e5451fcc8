import type { LogFormat } from './rejection';

/** The mail servers as people write their names, in every language. */
export const FORMAT_NAMES: Readonly<Record<LogFormat, string>> = {
  postfix: 'Postfix',
  exim: 'Exim',
  sendmail: 'Sendmail',
  opensmtpd: 'OpenSMTPD',
  rblsmtpd: 'rblsmtpd',
  spamdyke: 'spamdyke',
  haraka: 'Haraka',
  rspamd: 'Rspamd',
  exchange: 'Exchange',
  iis: 'IIS',
};
