/**
 * qmail's rblsmtpd: `rblsmtpd: 192.0.2.1 pid 123: 451 text`, with the list's zone before the text in some
 * versions. Source: ucspi-tcp's rblsmtpd.
 */
import { openPatterns, type Pattern, type SyslogFormat } from './text-format';
import { readAddress, splitReply } from './text-parts';

const LINE =
  /^(?:\d{1,12}\.\d{1,9} )?(?:rblsmtpd: )?([0-9a-fA-F.:]{2,45}) pid \d{1,10}:? (?:(\S{1,255}): )?([245]\d\d .*)$/s;

const patterns: ReadonlyArray<Pattern<unknown>> = [
  {
    name: 'refusal',
    read({ message }) {
      const match = LINE.exec(message);
      if (!match) return null;
      const [, address = '', zone, reply = ''] = match;
      const clientAddress = readAddress(address);
      if (clientAddress === null) return [{ unparsed: 'no-client' }];
      // It answers every command with the same refusal and does not say which one it was.
      const fields = { ...splitReply(reply), clientAddress, dnsbl: zone ?? null };
      return [{ refusal: { action: 'reject', stage: 'CONNECT', daemon: 'rblsmtpd', ...fields } }];
    },
  },
];

export const rblsmtpd: SyslogFormat = {
  format: 'rblsmtpd',
  // Under qmail it stands in a pipe to splogger, whose tag is the service's.
  programs: ['rblsmtpd', 'smtpd', 'qmail', 'qmail-smtpd', 'tcpserver'],
  patterns,
  open: () => openPatterns(patterns, null),
};
