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

/** Gives one address to a network. */
export function assignAddress(addressId: number, networkId: number): void {
  run('UPDATE Address SET networkId = ? WHERE id = ?', networkId, addressId);
}
