/** Postgrey tells Postfix to defer a client's first try; Postfix logs the refusal, this is its reason. */
import { canonicalAddress } from '@/lib/model';
import { isLoopback } from '../client-address';
import type { SyslogFormat, TextFinding } from './text-format';

/** Postfix checks the names it gives; a sender's address stands behind the client's. */
const GREYLISTED =
  /^action=greylist, reason=[^,]{1,80}, client_name=[^,]{0,255}, client_address=([0-9A-Fa-f.:]{2,45}), /;

function read(message: string): readonly TextFinding[] {
  const address = canonicalAddress(GREYLISTED.exec(message)?.[1] ?? '');
  if (address === null || isLoopback(address)) return [];
  return [{ sighting: { kind: 'greylisted', address, messages: 1, recipients: 0 } }];
}

export const postgrey: SyslogFormat = {
  format: 'postfix',
  programs: ['postgrey'],
  open: () => ({ read: ({ message }) => read(message) }),
};
