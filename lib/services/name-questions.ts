import { readAnnouncements } from '@/lib/db/read/announcements';
import { readAsn } from '@/lib/db/read/asns';
import { type ContactDetail, readContact } from '@/lib/db/read/contacts';
import { readNetwork } from '@/lib/db/read/networks';
import { readOrganisation } from '@/lib/db/read/organisations';
import { isMaintainer } from '@/lib/detect';
import { type AddressRange, formatAddress, message, UserError } from '@/lib/model';
import type { QuestionKind } from '@/lib/registry';
import { MAX_DEPTH } from './ask-further';

/** What a page is about. */
export interface Subject {
  kind: 'contact' | 'organisation' | 'network' | 'asn';
  /** The row's; of an AS its number. */
  id: number;
}

/** A question that leads on from what a page is about. */
export interface NamedQuestion {
  kind: QuestionKind;
  /** What is asked about: a handle, a name, an e-mail address, a block, an address, an AS number. */
  key: string;
  /** Whose registry is asked, and the server that told of the subject. */
  registry: string;
  teller: string;
  /** Nothing of the sample case is asked of a registry. */
  origin: 'user' | 'sample';
  /** Pivots passed on the way: what follows by itself from the answer depends on it. */
  depth: number;
}

/** ASes whose other networks a network's page offers: more would be a list of transit providers. */
const MAX_ASES = 3;

/**
 * The questions that lead on from a contact, an organisation, a network or an AS, whether or not they can be asked.
 * @throws UserError `not-found`
 */
export function nameQuestions({ kind, id }: Subject): NamedQuestion[] {
  if (kind === 'contact') return contactQuestions(id);
  if (kind === 'asn') return asnQuestions(id);
  return kind === 'organisation' ? organisationQuestions(id) : networkQuestions(id);
}

function contactQuestions(id: number): NamedQuestion[] {
  const contact = readContact(id) ?? unknown('contact', id);
  const { handle: key, registry, server: teller, origin } = contact;
  const about = { key, registry, teller, origin };
  // Personal entries are fetched one by one, where a person asks for them: nothing follows by itself.
  const who = { kind: 'contact', ...about, depth: MAX_DEPTH } as const;
  if (contact.kind === 'domain') return [who];
  // A name or a mailbox may be somebody else's too: what has it is for a person to judge, and nothing follows by itself.
  const alike: NamedQuestion[] = [];
  const { name, email } = contact;
  if (name !== null) alike.push({ kind: 'pivot-name', ...about, key: fullName(contact, name), depth: MAX_DEPTH });
  if (email !== null) alike.push({ kind: 'pivot-email', ...about, key: email, depth: MAX_DEPTH });
  return [{ kind: isMaintainer(key) ? 'pivot-maintainer' : 'pivot', ...about, depth: 1 }, who, ...alike];
}

/** A person's name as RDAP's `fn` has it. */
function fullName({ kind, registry }: ContactDetail, name: string): string {
  return registry === 'arin' && kind === 'person' ? turnName(name) : name;
}

/** `First Last` for `Last, First`, as ARIN's whois writes it; any other name as it is. */
export function turnName(name: string): string {
  const [last, first, ...rest] = name.split(', ');
  return first !== undefined && rest.length === 0 ? `${first} ${last ?? ''}` : name;
}

function organisationQuestions(id: number): NamedQuestion[] {
  const { handle, registry, server: teller, origin } = readOrganisation(id) ?? unknown('organisation', id);
  return [{ kind: 'pivot-organisation', key: handle ?? '', registry, teller, origin, depth: 1 }];
}

function networkQuestions(id: number): NamedQuestion[] {
  const { text, range, registry, server: teller, origin } = readNetwork(id) ?? unknown('network', id);
  const about = { key: text, registry, teller, origin };
  const asns = new Set(readAnnouncements(range).flatMap(({ asn }) => asn ?? []));
  return [
    { kind: 'network', ...about, depth: 1 },
    // Whoever is around is a provider, mostly: its contacts are nobody's until a person asks.
    { kind: 'inside', ...about, depth: MAX_DEPTH },
    { kind: 'around', ...about, depth: MAX_DEPTH },
    { kind: 'origin', ...about, key: firstAddress(range), registry: 'cymru', depth: MAX_DEPTH },
    ...[...asns].slice(0, MAX_ASES).flatMap((asn): NamedQuestion[] => [
      { kind: 'pivot-asn', ...about, key: String(asn), depth: MAX_DEPTH },
      { kind: 'announced', ...about, key: String(asn), registry: 'ripestat', depth: MAX_DEPTH },
    ]),
  ];
}

/** Blocks are no networks: nothing follows by itself from them. */
function asnQuestions(asn: number): NamedQuestion[] {
  const { server: teller, origin } = readAsn(asn) ?? unknown('asn', asn);
  const about = { key: String(asn), teller, origin, depth: MAX_DEPTH };
  return [
    { kind: 'announced', registry: 'ripestat', ...about },
    { kind: 'routes', registry: 'radb', ...about },
  ];
}

const firstAddress = ({ family, first }: AddressRange): string => formatAddress({ family, value: first });

function unknown(kind: Subject['kind'], id: number): never {
  throw new UserError('not-found', message(`services.${kind}.unknown`, { id }));
}
