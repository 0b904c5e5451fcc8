import { at } from './columns';
import { variableMask } from './masks';
import { type Matches, placesOf } from './matches';
import { readOwners } from './owners';
import { narrowTo } from './scan';

/** A recipient's first and last event, as places in the columns; -1 where it has none. */
export interface Uses {
  first: Int32Array;
  last: Int32Array;
}

/** When each recipient was first and last written to, by its id. */
export function readUses(matches: Matches, size: number): Uses {
  const first = new Int32Array(size).fill(-1);
  const last = new Int32Array(size).fill(-1);
  const { recipients } = matches.columns;
  for (const places of placesOf(matches)) {
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? 0;
      const recipient = recipients[place] ?? 0;
      if (first[recipient] === -1) first[recipient] = place;
      last[recipient] = place;
    }
  }
  return { first, last };
}

/** What came to one group of recipients. */
export interface Mail {
  events: number;
  /** The place of the first event in the columns; -1 where there is none. */
  first: number;
  /** Refusals of each network that wrote, by its id. */
  networks: Map<number, number>;
}

/**
 * What came to some groups of recipients.
 * @param groups recipients' ids, none in two groups
 */
export function readMail(matches: Matches, groups: ReadonlyArray<readonly number[]>): Mail[] {
  const mail = groups.map((): Mail => ({ events: 0, first: -1, networks: new Map() }));
  const slots = new Uint32Array(groups.flat().reduce((most, id) => Math.max(most, id), 0) + 1);
  groups.forEach((ids, index) => {
    for (const id of ids) slots[id] = index + 1;
  });
  const { recipients, addresses } = matches.columns;
  const { network: networkOf } = readOwners();
  for (const places of placesOf(narrowTo(matches, recipients, groups.flat()))) {
    for (const place of places) {
      const group = mail[at(slots, at(recipients, place)) - 1];
      if (!group) continue;
      if (group.first === -1) group.first = place;
      group.events++;
      const network = networkOf[at(addresses, place)] ?? 0;
      if (network > 0) group.networks.set(network, (group.networks.get(network) ?? 0) + 1);
    }
  }
  return mail;
}

const NONE = 0;
const SEVERAL = 0xffff_ffff;

/** Recipients that were written to more than once, always with one and the same variable sender template: 1 for those. */
export function onlyOneTemplate(matches: Matches, events: Uint32Array): Uint8Array {
  const { recipients, templates } = matches.columns;
  const only = new Uint32Array(events.length).fill(NONE);
  for (const places of placesOf(matches)) {
    for (let i = 0; i < places.length; i++) {
      const template = templates[places[i] ?? 0] ?? 0;
      if (template === NONE) continue;
      const recipient = recipients[places[i] ?? 0] ?? 0;
      const before = only[recipient] ?? 0;
      if (before === NONE) only[recipient] = template;
      else if (before !== template) only[recipient] = SEVERAL;
    }
  }
  const variable = variableMask();
  for (let recipient = 0; recipient < only.length; recipient++) {
    const template = at(only, recipient);
    only[recipient] = at(events, recipient) > 1 && variable[template] === 1 ? 1 : 0;
  }
  return Uint8Array.from(only);
}
