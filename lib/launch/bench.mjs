// @ts-check
import { spawnSync } from 'node:child_process';
import { listFiles } from './fingerprint.mjs';
import { ROOT } from './places.mjs';
import { LaunchError, launch } from './run.mjs';
import { setup } from './setup.mjs';

// `npm run bench -- [WORD…]`: every benchmark, or those whose path holds one of the words; one after the other.
await launch(async () => {
  await setup();
  const words = process.argv.slice(2);
  const benches = listFiles(['e2e', 'lib'], (file) => !/(^|\/)fixtures$/.test(file)).filter(
    (file) => file.endsWith('.bench.mjs') && (words.length === 0 || words.some((word) => file.includes(word))),
  );
  if (benches.length === 0) throw new LaunchError('No benchmark has such a name.', 2);
  const failed = benches.filter((file) => {
    process.stdout.write(`${file}\n`);
    return spawnSync(process.execPath, [file], { cwd: ROOT, stdio: 'inherit' }).status !== 0;
  });
  if (failed.length > 0) throw new LaunchError(`Failed: ${failed.join(', ')}`);
  return 0;
});
