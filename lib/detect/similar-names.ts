import type { OrganisationFacts } from '@/lib/model';
import { isProxyText } from './common-desks';
import { compareNames, normaliseOrganisationName } from './organisation-name';

/** Dice's coefficient from which names count as alike: `Harbor Mail` and `Harbour Mailing` do, at 0.73. */
const ALIKE = 0.7;

/** A beginning that so many names share is a word of the trade, such as "Japan" or "Data". */
const MAX_BLOCK = 32;
const BLOCK_LETTERS = 4;

type Named = Pick<OrganisationFacts, 'id' | 'name' | 'events'>;

/**
 * Pairs of organisations whose names are alike, lower id first. Only names that begin alike are
 * compared, and a beginning that very many share is passed over, so that time stays linear. A pair of
 * which neither was seen in the log is of no interest.
 */
export function* findSimilarNames(organisations: Iterable<Named>): Generator<[Named, Named]> {
  const blocks = new Map<string, Array<Named & { normal: string }>>();
  for (const organisation of organisations) {
    const normal = normaliseOrganisationName(organisation.name);
    if (normal === '' || isProxyText(organisation.name)) continue;
    const key = [...normal.replaceAll(' ', '').slice(0, 2 * BLOCK_LETTERS)].slice(0, BLOCK_LETTERS).join('');
    const block = blocks.get(key);
    const { id, name, events } = organisation;
    if (block) block.push({ id, name, events, normal });
    else blocks.set(key, [{ id, name, events, normal }]);
  }
  for (const block of blocks.values()) {
    if (block.length > MAX_BLOCK) continue;
    block.sort((a, b) => a.id - b.id);
    for (const [i, a] of block.entries()) {
      for (const b of block.slice(i + 1)) {
        if (a.events + b.events > 0 && compareNames(a.normal, b.normal) >= ALIKE) yield [a, b];
      }
    }
  }
}
