import type { EntityKind } from '@/lib/model';

/** How many cells a label of each kind may take in the drawing; the whole is in its title and its panel. */
const CELLS: Readonly<Record<EntityKind, number>> = {
  template: 20,
  address: 20,
  network: 20,
  organisation: 18,
  contact: 16,
  phone: 16,
};

const isWide = (char: string): boolean => /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹯＀-｠￠-￦]/.test(char);
const cellsOf = (text: string): number => [...text].reduce((sum, char) => sum + (isWide(char) ? 2 : 1), 0);

/** The longest beginning of these characters that fits. */
function take(chars: readonly string[], cells: number): string[] {
  const taken: string[] = [];
  let left = cells;
  for (const char of chars) {
    left -= isWide(char) ? 2 : 1;
    if (left < 0) break;
    taken.push(char);
  }
  return taken;
}

/**
 * A label that fits its column: names lose their end, templates and addresses their middle, since both of
 * their ends tell them apart.
 */
export function shortLabel(kind: EntityKind, label: string): string {
  const cells = CELLS[kind];
  if (cellsOf(label) <= cells) return label;
  const chars = [...label];
  if (kind === 'organisation')
    return `${take(chars, cells - 1)
      .join('')
      .trimEnd()}…`;
  const tail = Math.floor((cells - 1) / 3);
  const head = take(chars, cells - 1 - tail).join('');
  return `${head}…${take(chars.reverse(), tail).reverse().join('')}`;
}
