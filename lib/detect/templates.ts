import { findRecipient, type Span } from './encoded-recipient';
import { registrableStart } from './registrable-domain';
import { writeVariables } from './variable-parts';

/**
 * The pattern of an envelope sender: what stays when one operator writes to many recipients.
 *
 * In the local part `{digits}` stands for a number that counts or identifies (three digits or more,
 * or any after a bounce word, see `variable-parts.ts`), `{hex}` for a token of eight or more hex
 * digits, `{recipient}` for the recipient written into the sender. In the domain the registrable
 * part stays and all labels in front of it become `*.`. The domain is lower case, the local part
 * stays as written; braces a stranger wrote are escaped, so that only our own read as variable.
 *
 * Takes linear time on any input. Keeps no memory of earlier senders: the caller memoises.
 * @param sender as logged; '' is the null sender and stays ''.
 * @param recipient to whom it was sent, or null where the log does not say.
 * @returns e.g. `rainbow+err{digits}@*.mag.example`. A sender that is the recipient's own address is
 *   `{recipient}`, without a domain: everybody forges that.
 */
export function senderTemplate(sender: string, recipient: string | null): string {
  if (sender === '') return '';
  const at = sender.lastIndexOf('@');
  const local = at < 0 ? sender : sender.slice(0, at);
  let span: Span | null = null;
  if (recipient !== null) {
    if (sender.length === recipient.length && sender.toLowerCase() === recipient.toLowerCase()) return '{recipient}';
    span = findRecipient(local, recipient);
  }
  const pattern = writeVariables(local, span);
  return at < 0 ? pattern : `${pattern}@${domainPattern(sender.slice(at + 1))}`;
}

function domainPattern(text: string): string {
  const lower = text.toLowerCase();
  const host = lower.endsWith('.') ? lower.slice(0, -1) : lower;
  if (host.startsWith('[')) return host;
  const start = registrableStart(host);
  return start === 0 ? host : `*.${host.slice(start)}`;
}

/**
 * True where the local part varies. Host labels alone (`news@*.mag.example`) do not count: ordinary
 * senders have those too.
 */
export function isVariable(pattern: string): boolean {
  return pattern.includes('{');
}

/** The registrable domain of a pattern, or null where it has none (`{recipient}`, the null sender). */
export function templateDomain(pattern: string): string | null {
  const at = pattern.lastIndexOf('@');
  if (at < 0 || at === pattern.length - 1) return null;
  const domain = pattern.slice(at + 1);
  return domain.startsWith('*.') ? domain.slice(2) : domain;
}
