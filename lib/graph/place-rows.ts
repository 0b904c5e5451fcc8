/**
 * Places nodes of one column as near as can be to where they wish to be, in their order, at least `gap`
 * apart and between `top` and `bottom` (which must hold them). Pool-adjacent-violators: where wishes
 * collide, the group is centred on their mean.
 * @returns whole pixels, one a wish.
 */
export function placeRows(wishes: readonly number[], gap: number, top: number, bottom: number): number[] {
  const pools: Array<{ sum: number; count: number }> = [];
  for (const [i, wish] of wishes.entries()) {
    let pool = { sum: wish - i * gap, count: 1 };
    for (let last = pools.at(-1); last && mean(last) >= mean(pool); last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
    }
    pools.push(pool);
  }
  const lowest = bottom - (wishes.length - 1) * gap;
  const starts = pools.flatMap((pool) => Array<number>(pool.count).fill(mean(pool)));
  return starts.map((start, i) => Math.round(Math.max(top, Math.min(start, lowest))) + i * gap);
}

function mean({ sum, count }: { sum: number; count: number }): number {
  return sum / count;
}
