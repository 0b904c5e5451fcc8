// @ts-check
import path from 'node:path';
import { ensureDependencies, ensureNode, hasDependencies } from './install.mjs';
import { withLock } from './lock.mjs';
import { DIST } from './places.mjs';
import { cli, isFresh, make, web } from './products.mjs';
import { step } from './progress.mjs';

/**
 * Makes everything that a launch needs and that is not there or not up to date. Two launches at once
 * take turns; when nothing is to be done it takes some milliseconds and says nothing.
 * @param {{ dev?: boolean, web?: boolean, cli?: boolean }} [needs]  `dev`: the packages of the tests
 */
export async function setup({ dev = false, web: withWeb = false, cli: withCli = true } = {}) {
  ensureNode();
  const products = [...(withCli ? [cli] : []), ...(withWeb ? [web] : [])];
  if (hasDependencies(dev) && products.every(isFresh)) return;
  const onWait = (/** @type {number} */ pid) =>
    process.stderr.write(`Another launch (process ${pid}) is building here: waiting for it\n`);
  await withLock(
    path.join(DIST, 'launch.lock'),
    async () => {
      await ensureDependencies(dev);
      for (const product of products) {
        if (!isFresh(product)) await step(product.doing, () => make(product));
      }
    },
    onWait,
  );
}
