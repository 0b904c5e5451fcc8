/** Names are short; what is longer is no slip of the finger. */
const LONGEST = 24;

/** How many letters must be put in, taken out, replaced, or swapped with their neighbour (optimal string alignment). */
function countEdits(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const at = (list: number[], index: number): number => list[index] ?? Infinity;
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(before, j - 2) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? Infinity;
}

/**
 * The name that was probably meant: one letter off for short words, two for longer ones, or the rest of it missing.
 * @returns null where none is near. Of several the first in `names`.
 */
export function nearestName(written: string, names: readonly string[]): string | null {
  const word = written.toLowerCase();
  if (word.length < 2 || word.length > LONGEST) return null;
  const reach = word.length < 5 ? 1 : 2;
  let best: { name: string; edits: number } | null = null;
  for (const name of names) {
    if (!name.startsWith(word) && Math.abs(name.length - word.length) > reach) continue;
    const edits = word.length > 2 && name.startsWith(word) ? 1 : countEdits(word, name);
    if (edits <= reach && (!best || edits < best.edits)) best = { name, edits };
  }
  return best?.name ?? null;
}
