import { all, one } from '../connection';
import { type NetworkRow, readOrganisationNetworks } from './networks';

export interface OrganisationDetail {
  id: number;
  registry: string;
  handle: string | null;
  name: string;
  phone: string | null;
  email: string | null;
  postalAddress: string | null;
  answerId: number;
  /** The server that gave the answer about it. */
  server: string;
  origin: 'user' | 'sample';
  networks: NetworkRow[];
  /** Contacts named on its networks, and on how many of them. */
  contacts: Array<{ id: number; handle: string; name: string | null; networks: number }>;
  operators: Array<{ publicId: string; name: string; verdict: string | null }>;
}

/** Everything known of one organisation. */
export function readOrganisation(id: number): OrganisationDetail | undefined {
  const row = one<Omit<OrganisationDetail, 'networks' | 'contacts' | 'operators'>>(
    `SELECT o.id, o.registry, o.handle, o.name, o.phone, o.email, o.postalAddress, o.answerId, a.server, o.origin
     FROM Organisation o JOIN Answer a ON a.id = o.answerId WHERE o.id = ?`,
    id,
  );
  if (!row) return undefined;
  return {
    ...row,
    networks: readOrganisationNetworks(id),
    contacts: all(
      `SELECT c.id, c.handle, c.name, count(DISTINCT n.id) AS networks FROM Network n
       JOIN NetworkContact nc ON nc.networkId = n.id JOIN Contact c ON c.id = nc.contactId
       WHERE n.organisationId = ? GROUP BY c.id ORDER BY networks DESC, c.handle`,
      id,
    ),
    operators: all(
      `SELECT p.publicId, p.name, p.verdict FROM OperatorMember m JOIN Operator p ON p.id = m.operatorId
       WHERE m.verdict IS NULL AND m.organisationId = ? ORDER BY p.id`,
      id,
    ),
  };
}
