import type { ContactRole, SourceField } from '@/lib/model';
import { all, one } from '../connection';

/** A network that names the contact, and the answer that says so. */
export interface NamingNetwork {
  id: number;
  text: string;
  organisation: string | null;
  organisationId: number | null;
  /** All parts the contact plays on it. */
  roles: ContactRole[];
  events: number;
  answerId: number;
}

export interface ContactDetail {
  id: number;
  registry: string;
  handle: string;
  kind: 'person' | 'group' | 'domain';
  name: string | null;
  email: string | null;
  organisation: string | null;
  division: string | null;
  title: string | null;
  phone: string | null;
  phoneE164: string | null;
  fax: string | null;
  postalAddress: string | null;
  updatedOn: string | null;
  proxy: boolean;
  fields: SourceField[];
  detailed: boolean;
  /** When its personal data was deleted; null where it was not, or came again. Epoch ms. */
  purgedMs: number | null;
  answerId: number;
  /** The server that gave the answer about it. */
  server: string;
  origin: 'user' | 'sample';
  networks: NamingNetwork[];
  /** Other contacts with the same phone number. */
  samePhone: Array<{ id: number; handle: string; registry: string; organisation: string | null }>;
}

interface Row extends Omit<ContactDetail, 'proxy' | 'detailed' | 'fields' | 'networks' | 'samePhone'> {
  proxy: number;
  detailed: number;
  fields: string;
}

/** Everything known of one contact. */
export function readContact(id: number): ContactDetail | undefined {
  const row = one<Row>(
    `SELECT c.id, c.registry, c.handle, c.kind, c.name, c.email, c.organisation, c.division, c.title, c.phone, c.phoneE164, c.fax,
       c.postalAddress, c.updatedOn, c.proxy, c.fields, c.detailed, c.purgedMs, c.answerId, a.server, c.origin
     FROM Contact c JOIN Answer a ON a.id = c.answerId WHERE c.id = ?`,
    id,
  );
  if (!row) return undefined;
  return {
    ...row,
    proxy: row.proxy === 1,
    detailed: row.detailed === 1,
    fields: JSON.parse(row.fields) as SourceField[],
    networks: namingNetworks(id),
    samePhone:
      row.phoneE164 === null
        ? []
        : all(
            'SELECT id, handle, registry, organisation FROM Contact WHERE phoneE164 = ? AND id <> ? ORDER BY handle LIMIT 100',
            row.phoneE164,
            id,
          ),
  };
}

function namingNetworks(contactId: number): NamingNetwork[] {
  return all<Omit<NamingNetwork, 'roles'> & { roles: string }>(
    // The contact's own list is the better witness: `referred` first.
    `SELECT n.id, n.text, o.name AS organisation, n.organisationId,
       (SELECT json_group_array(role) FROM (SELECT role FROM NetworkContact WHERE networkId = n.id AND contactId = ?1 ORDER BY role = 'referred', role)) AS roles,
       (SELECT coalesce(sum(events), 0) FROM Address WHERE networkId = n.id) AS events,
       (SELECT answerId FROM NetworkContact WHERE networkId = n.id AND contactId = ?1 ORDER BY role = 'referred' DESC, role LIMIT 1) AS answerId
     FROM Network n LEFT JOIN Organisation o ON o.id = n.organisationId
     WHERE n.id IN (SELECT networkId FROM NetworkContact WHERE contactId = ?1) ORDER BY events DESC, n.firstBytes LIMIT 1000`,
    contactId,
  ).map(({ roles, ...network }) => ({ ...network, roles: JSON.parse(roles) as ContactRole[] }));
}
