import { findCoded } from './coded';
import { lettersView, plainView, unescapeView, type View } from './letters';
import type { Place } from './place';
import type { RecipientIndex } from './recipients';

/** What stands for "@" among the letters: nothing, "at", an escape of @ or = that lost its sign. */
const JOINERS = ['', 'at', '40', '3d'];
/** How many characters may part the halves of one address: ` (at) `, `<br>@`. */
const GAP = 8;
/** Escapes within escapes: `%2540`. */
const DEPTH = 3;

/**
 * Every place where a recipient stands in a text, whole or in an encoding: any case, any separators
 * (`user=domain`, `user-at-domain`, dots as dashes), the halves swapped (`domain=user`, `domain!user`),
 * escapes, hex and base64.
 */
export function findRecipients(text: string, index: RecipientIndex): Place[] {
  const places: Place[] = findBare(text, index);
  let view: View | null = plainView(text);
  for (let depth = 0; view && depth <= DEPTH; depth++, view = unescapeView(view)) {
    places.push(...findSpelled(view, text, index));
    places.push(...findCoded(view, (decoded) => findSpelled(plainView(decoded), decoded, index)));
  }
  return places;
}

/** Recipients without a domain, as whole words. */
function findBare(text: string, { bare }: RecipientIndex): Place[] {
  const places: Place[] = [];
  const lower = text.toLowerCase();
  for (const [word, alias] of bare) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
      const around = [lower.charAt(at - 1), lower.charAt(at + word.length)];
      if (around.some((character) => /[\p{L}\p{N}]/u.test(character))) continue;
      places.push({ start: at, end: at + word.length, mask: alias.local });
    }
  }
  return places;
}

function findSpelled(view: View, original: string, { byDomain, lengths }: RecipientIndex): Place[] {
  const places: Place[] = [];
  const letters = lettersView(plainView(view.text));
  const begin = (i: number): number => view.start[letters.start[i] ?? 0] ?? 0;
  const finish = (i: number): number => view.end[(letters.end[i - 1] ?? 1) - 1] ?? 0;
  /** The text between two letters where they can belong to one address, else null. */
  const between = (left: number, right: number): string | null => {
    const width = (letters.start[right] ?? 0) - (letters.end[left - 1] ?? 0);
    return width <= GAP ? original.slice(finish(left), Math.max(finish(left), begin(right))) : null;
  };
  for (const [domain, locals] of byDomain) {
    for (let at = letters.text.indexOf(domain); at >= 0; at = letters.text.indexOf(domain, at + 1)) {
      const stop = at + domain.length;
      let found: Place | null = null;
      for (const length of lengths) {
        for (const joiner of JOINERS) {
          const localStop = at - joiner.length;
          const alias = locals.get(letters.text.slice(Math.max(0, localStop - length), Math.max(0, localStop)));
          const gap = between(localStop, at);
          if (!alias || localStop < length || gap === null || !letters.text.startsWith(joiner, localStop)) continue;
          found = {
            start: begin(localStop - length),
            end: finish(stop),
            mask: `${alias.local}${gap}${alias.domain}`,
          };
          break;
        }
        if (found) break;
      }
      for (const length of found ? [] : lengths) {
        const alias = locals.get(letters.text.slice(stop, stop + length));
        const gap = between(stop, stop);
        if (!alias || gap === null || gap === '' || /[\s<>,;]/.test(gap)) continue;
        found = { start: begin(at), end: finish(stop + length), mask: `${alias.domain}${gap}${alias.local}` };
        break;
      }
      if (found) places.push(found);
    }
  }
  return places;
}
