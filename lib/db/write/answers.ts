import type { ParsedAnswer } from '@/lib/model';
import { storeOrigins, storeRedactions } from './announcements';
import { assignAddresses } from './assign-addresses';
import { linkContact, nameContact, storeContact } from './contact-rows';
import { beginStoring, type FactStoring, markTold, type Normal, type StoredFacts } from './fact-storing';
import { linkReferred, nameNetwork, type NamedNetwork } from './named-networks';
import { storeNetwork } from './network-rows';
import { storeOrganisation } from './organisation-rows';
import { countTold } from './raw-answers';

export type { StoredFacts } from './fact-storing';
export { insertAnswer } from './raw-answers';

/**
 * Writes what an answer says. Facts of a sample become the user's own when an answer of the user's states
 * them again. A later answer overwrites an earlier one's fields, and what it changes is kept; an answer that itself sends
 * us to a registry that knows more overwrites nothing. Use inside a transaction.
 * @param keepListed whether networks above and below, which an answer lists beside what was asked, are kept: they
 * are where they were asked for.
 */
export function storeFacts(
  answer: ParsedAnswer,
  answerId: number,
  origin: 'user' | 'sample',
  normal: Normal,
  keepListed = false,
): StoredFacts {
  const storing = beginStoring(answer, answerId, origin, normal);
  for (const o of answer.organisations) storeOrganisation(storing, o.registry, o.name, o.handle, o);
  for (const network of answer.networks) storeNetwork(storing, network);
  for (const contact of answer.contacts) storeContact(storing, contact);
  for (const reference of answer.references) storeReference(storing, reference);
  if (keepListed) storeListed(storing);
  const fresh = [...storing.told.values()].filter((isNew) => isNew).length;
  countTold(answerId, storing.told.size, fresh);
  if (answer.origins) storeOrigins(answer.origins, answerId);
  if (answer.redacted) storeRedactions(answer.redacted, answerId);
  return storing.stored;
}

/** A contact's own list of the networks that name it. */
function storeReference(storing: FactStoring, { handle, ranges }: ParsedAnswer['references'][number]): void {
  const { answer, answerId, origin, stored } = storing;
  const contactId = nameContact(storing, answer.registry, handle);
  const listed = new Map<number, NamedNetwork>();
  for (const range of ranges) {
    const network = nameNetwork(answer.registry, range, null, answerId, origin);
    if (listed.has(network.id)) continue;
    listed.set(network.id, network);
    markTold(storing, network.id, network.fresh);
    stored.networks.push(network);
    assignAddresses(network.id);
  }
  linkReferred(contactId, listed, answerId, answer.status === 'found', (networkId, id, role) =>
    linkContact(storing, networkId, id, role),
  );
  stored.references.push({ handle, networkIds: [...listed.keys()] });
}

/** Networks above and below the one that was asked about, by name only. */
function storeListed(storing: FactStoring): void {
  const { answer, answerId, origin } = storing;
  for (const { range, name } of answer.listed) {
    const network = nameNetwork(answer.registry, range, name, answerId, origin);
    markTold(storing, network.id, network.fresh);
    assignAddresses(network.id);
  }
}
