import { type Address, addressToBytes, formatAddress } from '@/lib/model';
import { all, one } from '../connection';

/** Whose an address is, as far as registries have said. */
export interface AddressOwner {
  networkId: number;
  network: string;
  networkName: string | null;
  registry: string;
  /** The answer that says it. */
  answerId: number;
  organisationId: number | null;
  organisation: string | null;
  /** The first of the operators that hold it. */
  operatorId: string | null;
  operator: string | null;
}

/** All that is known of one address. */
export interface AddressDetail {
  /** The row's; null where there is none. */
  id: number | null;
  /** In canonical form. */
  text: string;
  /** Refusals; 0 where no log named it. */
  events: number;
  firstMs: number | null;
  lastMs: number | null;
  /** The smallest network it lies in; null where none is known. */
  owner: AddressOwner | null;
}

const MEMBER = 'm.verdict IS NULL AND (m.networkId = n.id OR m.organisationId = n.organisationId)';
const OWNER = `n.id AS networkId, n.text AS network, n.name AS networkName, n.registry, n.answerId, o.id AS organisationId, o.name AS organisation,
  (SELECT p.publicId FROM OperatorMember m JOIN Operator p ON p.id = m.operatorId WHERE ${MEMBER} ORDER BY p.id LIMIT 1) AS operatorId,
  (SELECT p.name FROM OperatorMember m JOIN Operator p ON p.id = m.operatorId WHERE ${MEMBER} ORDER BY p.id LIMIT 1) AS operator`;
const HOLDERS = 'LEFT JOIN Organisation o ON o.id = n.organisationId';

/** The owners of addresses, by the addresses' ids; those nobody is known for are left out. */
export function readAddressOwners(ids: readonly number[]): Map<number, AddressOwner> {
  return new Map(
    all<AddressOwner & { id: number }>(
      `SELECT a.id, ${OWNER} FROM json_each(?) j JOIN Address a ON a.id = j.value JOIN Network n ON n.id = a.networkId ${HOLDERS}`,
      JSON.stringify(ids),
    ).map(({ id, ...owner }) => [id, owner]),
  );
}

/** What is known of an address, whether or not a log named it. */
export function readAddress(address: Address): AddressDetail {
  const bytes = Buffer.from(addressToBytes(address));
  const row = one<{
    id: number;
    events: number;
    firstMs: number | null;
    lastMs: number | null;
    networkId: number | null;
  }>('SELECT id, events, firstMs, lastMs, networkId FROM Address WHERE bytes = ?', bytes);
  const owner =
    row?.networkId == null
      ? one<AddressOwner>(
          `SELECT ${OWNER} FROM Network n ${HOLDERS} WHERE n.firstBytes <= ?1 AND n.lastBytes >= ?1 ORDER BY n.firstBytes DESC, n.lastBytes LIMIT 1`,
          bytes,
        )
      : one<AddressOwner>(`SELECT ${OWNER} FROM Network n ${HOLDERS} WHERE n.id = ?`, row.networkId);
  return {
    id: row?.id ?? null,
    text: formatAddress(address),
    events: row?.events ?? 0,
    firstMs: row?.firstMs ?? null,
    lastMs: row?.lastMs ?? null,
    owner: owner ?? null,
  };
}
