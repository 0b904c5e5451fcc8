import type {
  Contact,
  ContactRole,
  Organisation,
  OrganisationRef,
  Redaction,
  RegistryId,
  SourceField,
} from '@/lib/model';
import { readDate } from './dates';
import { type Card, readCard } from './jcard';
import { type JsonObject, member, objectsOf, textMember, textsOf } from './json';

/** Entities within entities that are looked into; ARIN's organisation has its contacts one level down. */
const MAX_DEPTH = 4;

const ROLES: ReadonlyMap<string, ContactRole> = new Map([
  ['administrative', 'admin'],
  ['technical', 'tech'],
  ['noc', 'tech'],
  ['abuse', 'abuse'],
]);

/** Maintainers stand among the registrants of RIPE, APNIC and AFRINIC. */
const MAINTAINER = /^(?:MNT|MAINT)-|-MNT(?:-|$)/i;

/** Who is behind an object: its organisation, and the part each contact plays. */
export interface Parties {
  holder: OrganisationRef | null;
  roles: Array<{ handle: string; role: ContactRole }>;
  abuseEmail: string | null;
  organisations: Organisation[];
  contacts: Contact[];
  redacted: Redaction[];
}

/** An entity with its vCard read. */
export interface Party {
  handle: string | null;
  entity: JsonObject;
  card: Card;
  roles: string[];
  isOrganisation: boolean;
}

/** The entities of an object and within them, down to a bound. */
export function readParties(object: unknown, registry: RegistryId): Parties {
  const parties = walk(object, MAX_DEPTH);
  const organisations = parties.filter((party) => party.isOrganisation);
  const holder = organisations.find(({ roles }) => roles.includes('registrant')) ?? null;
  const name = holder && (holder.card.name ?? holder.handle);
  return {
    holder: name === null ? null : { handle: holder?.handle ?? null, name },
    roles: parties.flatMap(({ handle, roles }) => {
      if (handle === null) return [];
      if (MAINTAINER.test(handle)) return [{ handle, role: 'maintainer' as const }];
      return [...new Set(roles.map((role) => ROLES.get(role)))]
        .filter((role) => role !== undefined)
        .map((role) => ({ handle, role }));
    }),
    abuseEmail: parties.find(({ roles, card }) => roles.includes('abuse') && card.email)?.card.email ?? null,
    organisations: organisations.map((party) => toOrganisation(party, registry)),
    contacts: parties.flatMap((party) => toContact(party, registry)),
    redacted: parties.flatMap(({ entity }) => readRedactions(entity)),
  };
}

/** One entity by itself. */
export function readParty(entity: JsonObject): Party {
  const card = readCard(member(entity, 'vcardArray'));
  const roles = textsOf(entity, 'roles').map((role) => role.toLowerCase());
  // Without a handle (a redacted one) a contact is known by its mailbox.
  const handle = textMember(entity, 'handle')?.toUpperCase() ?? card.email?.toLowerCase() ?? null;
  const organised = card.kind === 'org' || (card.kind !== 'individual' && roles.includes('registrant'));
  return { handle, entity, card, roles, isOrganisation: organised && !MAINTAINER.test(handle ?? '') };
}

function walk(object: unknown, depth: number): Party[] {
  if (depth === 0) return [];
  return objectsOf(object, 'entities').flatMap((entity) => [readParty(entity), ...walk(entity, depth - 1)]);
}

/** The organisation an entity is. */
export function toOrganisation({ handle, card, entity }: Party, registry: RegistryId): Organisation {
  return {
    registry,
    handle,
    name: card.name ?? handle ?? '',
    phone: card.phone,
    email: card.email,
    postalAddress: card.postalAddress,
    fields: entityFields(entity, card),
  };
}

/** The contact an entity is; none where it is an organisation or a maintainer, or has nothing to be known by. */
export function toContact({ handle, card, entity, isOrganisation }: Party, registry: RegistryId): Contact[] {
  if (handle === null || isOrganisation || MAINTAINER.test(handle)) return [];
  return [
    {
      registry,
      handle,
      kind: card.kind === 'individual' ? 'person' : 'group',
      name: card.name,
      email: card.email,
      organisation: card.organisation,
      division: null,
      title: card.title,
      phone: card.phone,
      fax: card.fax,
      postalAddress: card.postalAddress,
      updatedOn: readEvent(entity, 'last changed'),
      proxy: false,
      fields: entityFields(entity, card),
    },
  ];
}

function entityFields(entity: JsonObject, card: Card): SourceField[] {
  return [...objectFields(entity, ['handle', 'roles', 'status']), ...card.fields];
}

/** The members of these names as written, then the events by their actions and the remarks by their titles. */
export function objectFields(object: JsonObject, names: readonly string[]): SourceField[] {
  return [
    ...names.flatMap((label) => {
      const value = textsOf(object, label).join('\n');
      return value === '' ? [] : [{ label, value }];
    }),
    ...objectsOf(object, 'events').map((event) => ({
      label: textMember(event, 'eventAction') ?? 'event',
      value: textMember(event, 'eventDate') ?? '',
    })),
    ...objectsOf(object, 'remarks').map((remark) => ({
      label: textMember(remark, 'title') ?? 'remarks',
      value: textsOf(remark, 'description').join('\n'),
    })),
  ];
}

/** The day of the last event of this kind. */
export function readEvent(object: JsonObject, action: string): string | null {
  const event = objectsOf(object, 'events').find((one) => textMember(one, 'eventAction') === action);
  return readDate(textMember(event, 'eventDate'));
}

/** What the registry says it keeps back (RFC 9537). */
export function readRedactions(object: JsonObject): Redaction[] {
  return objectsOf(object, 'redacted').map((redaction) => {
    const name = member(redaction, 'name');
    const reason = member(redaction, 'reason');
    return {
      handle: textMember(object, 'handle')?.toUpperCase() ?? null,
      field: textMember(name, 'type') ?? textMember(name, 'description') ?? textMember(redaction, 'prePath') ?? '',
      reason: textMember(reason, 'description') ?? textMember(reason, 'type'),
    };
  });
}
