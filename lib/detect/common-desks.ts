import { isFreemail } from './mail-domains';
import { registrableDomain } from './registrable-domain';

/**
 * Desks that stand in very many records and belong to none of their holders: registries' own
 * hostmasters, incident-response objects, registrars' privacy services. Sharing one is no evidence.
 */

/** Handles and maintainers of the RIRs and NIRs. Source: APNIC and RIPE objects of NIR space. */
const DESK_HANDLES: ReadonlySet<string> = new Set(
  `JNIC1-AP HM127-AP TWA2-AP MAINT-JPNIC MNT-KRNIC-AP MAINT-TW-TWNIC MAINT-CNNIC-AP MNT-APJII-ID MAINT-IN-IRINN
  MNT-VN-VNNIC MAINT-VN-VNNIC APNIC-HM APNIC-STUB RIPE-NCC-HM-MNT RIPE-NCC-END-MNT RIPE-NCC-LEGACY-MNT
  RIPE-NCC-LOCKED-MNT RIPE-NCC-RPSL-MNT RIPE-DBM-MNT AFRINIC-HM-MNT LACNIC-HM ABUSE5-ARIN ARINN-ARIN IANA1-RIPE`
    .split(/\s+/)
    .filter((handle) => handle !== ''),
);

/** Mail domains of the registries, and of services that hide a registrant. Source: their own pages. */
const DESK_DOMAINS: ReadonlySet<string> = new Set(
  `afrinic.net apnic.net arin.net cnnic.cn iana.org idnic.id idnic.net irinn.in jprs.co.jp jprs.jp kisa.or.kr
  lacnic.net nic.ad.jp nic.br nic.or.kr nic.ad.jp registro.br ripe.net twnic.net.tw twnic.tw vnnic.vn
  anonymize.com contactprivacy.com domainsbyproxy.com domainprotect.jp dynadot.com identity-protect.org
  myprivacy.net perfectprivacy.com privacyguardian.org privacyprotect.org proxy.dreamhost.com whoisguard.com
  whoisprivacyprotect.com whoisprivacyprotection.info whoisprotectservice.com whoisprotection.domains
  whoisproxy.com withheldforprivacy.com`
    .split(/\s+/)
    .filter((domain) => domain !== ''),
);

/** Exact mailboxes of privacy services inside domains that have ordinary users too. */
const DESK_MAILBOXES: ReadonlySet<string> = new Set(['whoisproxy@value-domain.com', 'proxy@onamae.com']);

/** Help desks of the registries, E.164. Source: the registries' own contact pages and NIR objects. */
const DESK_PHONES: ReadonlySet<string> = new Set([
  '+81352972311', // JPNIC
  '+81352972312',
  '+8224055118', // KRNIC
  '+886223411313', // TWNIC
  '+61738583100', // APNIC
  '+61738583188',
  '+31205354444', // RIPE NCC
  '+17032270660', // ARIN
]);

/** Words that stand where a registrar or registry shows its own data, or none. */
const PROXY_WORDS = ['代理公開情報', 'whois privacy', 'whois proxy', 'privacy service', 'redacted for privacy'];

/**
 * True for a handle that says nothing about who holds a network: `IRT-…` objects, registries' desks, and the
 * mailboxes of registries and privacy services that stand for a handle.
 */
export function isCommonHandle(handle: string): boolean {
  const upper = handle.toUpperCase();
  if (isMailboxHandle(handle)) {
    const mailbox = handle.trim().toLowerCase();
    return isCommonMailbox(mailbox, mailbox.slice(mailbox.lastIndexOf('@') + 1));
  }
  return upper.startsWith('IRT-') || DESK_HANDLES.has(upper);
}

/** True for a maintainer rather than a person: RPSL's `…-MNT`, `MNT-…`, `MAINT-…`. */
export function isMaintainer(handle: string): boolean {
  return /^(?:MNT-|MAINT-)|-MNT$/i.test(handle);
}

/** True where a registry that gives no handles is answered by a mailbox in their place. */
export function isMailboxHandle(handle: string): boolean {
  return handle.includes('@');
}

export function isCommonPhone(e164: string): boolean {
  return DESK_PHONES.has(e164);
}

/** True for a mailbox domain that belongs to everybody: freemail, registries, privacy services. */
export function isCommonMailDomain(domain: string): boolean {
  const host = domain.toLowerCase();
  return isFreemail(host) || DESK_DOMAINS.has(host) || DESK_DOMAINS.has(registrableDomain(host));
}

/** True for a mailbox of a registry or a privacy service. One person's freemail box is still his own. */
export function isCommonMailbox(email: string, domain: string): boolean {
  return DESK_MAILBOXES.has(email) || (isCommonMailDomain(domain) && !isFreemail(domain));
}

/** True where the text is a privacy service's in place of the holder's. */
export function isProxyText(text: string): boolean {
  const lower = text.toLowerCase();
  return PROXY_WORDS.some((word) => lower.includes(word));
}
