import { run } from '../connection';

/** Gives the addresses inside a network to it, unless a network inside it has them already. */
export function assignAddresses(networkId: number): void {
  run(
    `UPDATE Address SET networkId = ?1 WHERE bytes BETWEEN (SELECT firstBytes FROM Network WHERE id = ?1) AND (SELECT lastBytes FROM Network WHERE id = ?1)
       AND (networkId IS NULL OR EXISTS (SELECT 1 FROM Network held JOIN Network n ON n.id = ?1
         WHERE held.id = Address.networkId AND held.id <> n.id AND held.firstBytes <= n.firstBytes AND held.lastBytes >= n.lastBytes))`,
    networkId,
  );
}

/** Gives each address without a network to the smallest known network around it. */
export function assignNewAddresses(): void {
  run(
    `UPDATE Address SET networkId = (SELECT n.id FROM Network n WHERE n.firstBytes <= Address.bytes AND n.lastBytes >= Address.bytes
       ORDER BY n.firstBytes DESC, n.lastBytes LIMIT 1) WHERE networkId IS NULL`,
  );
}
