import { splitGlob } from '@/lib/filter';

/**
 * Whether texts match a glob: `*` is any run of characters, `\*` and `\\` stand for themselves, everything else for
 * itself, whatever its case. Matching is linear in text × pattern.
 */
export function compileGlob(glob: string): (text: string) => boolean {
  const pattern = readGlob(glob);
  if (!pattern.includes(ANY)) {
    const whole = pattern.join('');
    return (text) => text.toLowerCase() === whole;
  }
  return (text) => matchSigns(pattern, Array.from(text.toLowerCase()));
}

/** A run of characters, empty or not, all of a kind. */
export interface Run {
  takes(character: string): boolean;
}
export const ANY: Run = { takes: () => true };
export type Sign = string | Run;

/** A glob's signs, in lower case. */
export function readGlob(glob: string): Sign[] {
  const [first = '', ...rest] = splitGlob(glob.toLowerCase());
  const signs: Sign[] = Array.from(first);
  for (const piece of rest) signs.push(ANY, ...Array.from(piece));
  return signs;
}

/** Whether the glob matches all that the text can be: a run in the text is matched by an `ANY` of the pattern only. */
export function matchSigns(pattern: readonly Sign[], text: readonly Sign[]): boolean {
  let [p, t, star, mark] = [0, 0, -1, 0];
  while (t < text.length) {
    if (p < pattern.length && typeof pattern[p] === 'string' && pattern[p] === text[t]) {
      p++;
      t++;
    } else if (pattern[p] === ANY) {
      star = p++;
      mark = t;
    } else if (star >= 0) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (pattern[p] === ANY) p++;
  return p === pattern.length;
}

/** Whether there is a text that both match, where both may hold runs. Takes pattern × text steps. */
export function canMeet(a: readonly Sign[], b: readonly Sign[]): boolean {
  // reach[j]: there is a text that both the signs of `a` so far and the first j of `b` match.
  let reach = new Uint8Array(b.length + 1);
  reach[0] = 1;
  for (let j = 1; j <= b.length && typeof b[j - 1] === 'object'; j++) reach[j] = 1;
  for (const sign of a) {
    const next = new Uint8Array(b.length + 1);
    next[0] = typeof sign === 'object' ? (reach[0] ?? 0) : 0;
    for (let j = 1; j <= b.length; j++) {
      const other = b[j - 1];
      let met: number | boolean | undefined;
      if (typeof sign === 'string' && typeof other === 'string') met = sign === other && reach[j - 1];
      // A run is empty, or takes in the other's sign.
      else
        met =
          (typeof sign === 'object' || takes(other, sign) ? reach[j] : 0) ||
          (typeof other === 'object' || takes(sign, other) ? next[j - 1] : 0);
      next[j] = met ? 1 : 0;
    }
    reach = next;
  }
  return reach[b.length] === 1;
}

const takes = (run: Sign | undefined, sign: Sign | undefined): boolean =>
  typeof run === 'object' && typeof sign === 'string' && run.takes(sign);
