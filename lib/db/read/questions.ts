import { all, one } from '../connection';

/** Addresses of the user's own logs without a registered network yet, those with most rejections first. */
export function addressesWithoutNetwork(): Array<{ text: string; events: number }> {
  return all(
    `SELECT a.text, a.events FROM Address a LEFT JOIN Network n ON n.id = a.networkId
     WHERE (n.id IS NULL OR n.detailed = 0) AND a.events > 0
       AND EXISTS (SELECT 1 FROM Event e JOIN Upload u ON u.id = e.uploadId WHERE e.addressId = a.id AND u.origin = 'user')
     ORDER BY a.events DESC, a.id`,
  );
}

/** True where a registry has told us in full about the network around this address. */
export function isAddressCovered(text: string): boolean {
  return (
    one('SELECT 1 FROM Address a JOIN Network n ON n.id = a.networkId WHERE a.text = ? AND n.detailed = 1', text) !==
    undefined
  );
}

/** True where a registry has told us in full about this network. */
export function isNetworkDetailed(registry: string, text: string): boolean {
  return one('SELECT 1 FROM Network WHERE registry = ? AND text = ? AND detailed = 1', registry, text) !== undefined;
}
