import { listAround } from './relations';

/** Sweeps to either side; more than this hardly ever finds fewer crossings. */
const SWEEPS = 12;

/** Ids by column, left to right, and what ties them. */
export interface Layers {
  columns: ReadonlyArray<readonly string[]>;
  edges: ReadonlyArray<readonly [string, string]>;
}

/**
 * Orders every column so that edges cross little: barycentre sweeps (Sugiyama 1981) in both directions,
 * keeping the best order met. Edges may span columns. Deterministic: ties keep the order given.
 */
export function orderColumns({ columns, edges }: Layers): string[][] {
  const columnOf = new Map(columns.flatMap((ids, column) => ids.map((id) => [id, column] as const)));
  const around = listAround(edges);
  const current = columns.map((ids) => [...ids]);
  let best = current.map((ids) => [...ids]);
  let fewest = countCrossings({ columns: best, edges });
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const rightward = sweep % 2 === 0;
    for (let i = 0; i < current.length; i++) {
      const column = rightward ? i : current.length - 1 - i;
      const position = positions(current);
      const counts = (id: string): boolean => {
        const other = columnOf.get(id) ?? column;
        return rightward ? other < column : other > column;
      };
      const ids = current[column] ?? [];
      const centre = new Map(ids.map((id) => [id, barycentre(id, (around.get(id) ?? []).filter(counts), position)]));
      ids.sort((a, b) => (centre.get(a) ?? 0) - (centre.get(b) ?? 0));
    }
    const crossings = countCrossings({ columns: current, edges });
    if (crossings >= fewest) continue;
    fewest = crossings;
    best = current.map((ids) => [...ids]);
  }
  return best;
}

/** 0 to 1 down the column, so that columns of different length compare. */
function positions(columns: ReadonlyArray<readonly string[]>): Map<string, number> {
  return new Map(columns.flatMap((ids) => ids.map((id, i) => [id, (i + 0.5) / ids.length] as const)));
}

function barycentre(id: string, neighbours: readonly string[], position: ReadonlyMap<string, number>): number {
  if (neighbours.length === 0) return position.get(id) ?? 0;
  return neighbours.reduce((sum, other) => sum + (position.get(other) ?? 0), 0) / neighbours.length;
}

/** How many pairs of edges between the same two columns cross. */
export function countCrossings({ columns, edges }: Layers): number {
  const place = new Map(columns.flatMap((ids, column) => ids.map((id, row) => [id, { column, row }] as const)));
  const between = new Map<string, Map<string, [number, number]>>();
  for (const [from, to] of edges) {
    const a = place.get(from);
    const b = place.get(to);
    if (!a || !b || a.column === b.column) continue;
    const [left, right] = a.column < b.column ? [a, b] : [b, a];
    const key = `${left.column} ${right.column}`;
    const pairs = between.get(key) ?? new Map<string, [number, number]>();
    // Two relations between the same two are drawn as one line.
    pairs.set(`${left.row} ${right.row}`, [left.row, right.row]);
    between.set(key, pairs);
  }
  let crossings = 0;
  for (const pairs of between.values()) {
    const ends = [...pairs.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, right]) => right);
    crossings += countInversions(ends);
  }
  return crossings;
}

/** Pairs that stand in the wrong order, by a binary indexed tree. */
function countInversions(values: readonly number[]): number {
  const size = Math.max(0, ...values) + 1;
  const tree = new Int32Array(size + 1);
  let inversions = 0;
  for (const [seen, value] of values.entries()) {
    let notGreater = 0;
    for (let i = value + 1; i > 0; i -= i & -i) notGreater += tree[i] ?? 0;
    inversions += seen - notGreater;
    for (let i = value + 1; i <= size; i += i & -i) tree[i] = (tree[i] ?? 0) + 1;
  }
  return inversions;
}
