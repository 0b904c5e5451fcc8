/** Part of a string, end excluded. */
export interface Span {
  start: number;
  end: number;
}

/** RFC 5321 4.5.3.1. Nothing longer is looked for, nor in anything much longer: this bounds the search. */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;
const MAX_SENDER_LOCAL = 512;

/** What stands between the halves of an encoded recipient: VERP's `=` first, then what others use. */
const JOINTS = ['=', '-at-', '_at_', '.at.', '#', '%', '-', '_', '.'];

/** Mailboxes every company has. `info@a` to `info@b` is no recipient written into a sender. */
const ROLES: ReadonlySet<string> = new Set(
  `abuse account accounts admin billing contact customer hello help hostmaster info jobs mail mailer news newsletter
  no-reply noreply office order orders postmaster press root sales service shop staff support system team test user
  web webmaster`.split(/\s+/),
);

/**
 * Finds the recipient in a sender's local part: `user=domain` and its kin, else the recipient's
 * local part between delimiters.
 * @returns where it stands, or null.
 */
export function findRecipient(local: string, recipient: string): Span | null {
  const at = recipient.lastIndexOf('@');
  const user = (at < 0 ? recipient : recipient.slice(0, at)).toLowerCase();
  if (user === '' || user.length > MAX_LOCAL) return null;
  if (local.length < user.length || local.length > MAX_SENDER_LOCAL) return null;
  const text = lowerCase(local);
  const first = text.indexOf(user);
  if (first < 0) return null;
  const domain = at < 0 ? '' : recipient.slice(at + 1).toLowerCase();
  return findWhole(text, user, domain) ?? findUser(text, user, first);
}

function findWhole(text: string, user: string, domain: string): Span | null {
  if (domain === '' || domain.length > MAX_DOMAIN) return null;
  const domainAt = text.indexOf(domain);
  if (domainAt < 0) return null;
  for (const joint of JOINTS) {
    const start = text.indexOf(user + joint + domain);
    if (start >= 0) return { start, end: start + user.length + joint.length + domain.length };
  }
  // SRS-like forwarders and some list servers turn the halves round.
  const turned = text.indexOf(`${domain}=${user}`);
  return turned < 0 ? null : { start: turned, end: turned + domain.length + 1 + user.length };
}

function findUser(text: string, user: string, first: number): Span | null {
  if (user.length < 3 || ROLES.has(user)) return null;
  for (let start = first; start >= 0; start = text.indexOf(user, start + user.length)) {
    const end = start + user.length;
    if (!isWordAt(text, start - 1) && !isWordAt(text, end)) return { start, end };
  }
  return null;
}

function isWordAt(text: string, index: number): boolean {
  if (index < 0 || index >= text.length) return false;
  const code = text.charCodeAt(index);
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || code > 127;
}

/** Lower case, unless that would change the length and so every index into it. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}
