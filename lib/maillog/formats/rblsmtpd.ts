/** qmail's rblsmtpd: `rblsmtpd: 192.0.2.1 pid 123 [zone: ]451 text`. Source: ucspi-tcp's rblsmtpd. */
import { canonicalAddress } from '@/lib/model';
import { NOTHING, type SyslogFormat, type TextFinding } from './text-format';

const LINE = /^([0-9a-fA-F.:]{2,45}) pid \d{1,10} (?:(\S{1,255}): )?([245]\d\d) (.*)$/s;

function read(message: string): readonly TextFinding[] {
  const match = LINE.exec(message);
  if (!match) return NOTHING;
  const [, address = '', zone, code, text = ''] = match;
  const clientAddress = canonicalAddress(address);
  if (clientAddress === null) return [{ unparsed: 'no-client' }];
  // It answers every command with the same refusal and does not say which one it was.
  return [
    { refusal: { action: 'reject', stage: 'CONNECT', clientAddress, code: Number(code), dnsbl: zone ?? null, text } },
  ];
}

export const rblsmtpd: SyslogFormat = {
  format: 'rblsmtpd',
  programs: ['rblsmtpd'],
  open: () => ({ read: ({ message }) => read(message) }),
};
