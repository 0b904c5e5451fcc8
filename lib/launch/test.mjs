// @ts-check
import { ensureBrowser } from './browser.mjs';
import { CHECKS, runCheck } from './checks.mjs';
import { endRunning, LaunchError, launch } from './run.mjs';
import { setup } from './setup.mjs';

const SIDE_BY_SIDE = 2;

/** @param {string[]} args @returns {Set<string>} the names of the checks to run */
function parseTest(args) {
  const names = CHECKS.map(({ name }) => name);
  if (args.length === 0) return new Set(names);
  const wanted = (args[0] === '--only' ? args.slice(1) : ['?']).flatMap((arg) => arg.split(','));
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown === undefined && wanted.length > 0) return new Set(wanted);
  throw new LaunchError(`npm test -- --only NAME…   with names of: ${names.join(', ')}`, 2);
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    endRunning();
    process.exit(1);
  });
}

const total = { passed: 0, failed: 0, skipped: 0 };

/** @param {import('./checks.mjs').Check} check */
async function reportCheck(check) {
  const { ok, seconds, output, counts } = await runCheck(check);
  for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += counts[key];
  const tests = check.report ? `, ${counts.passed} passed` : '';
  process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s${tests})\n`);
  if (!ok) process.stdout.write(`${output.trimEnd()}\n`);
}

/**
 * Runs a preparation; one that fails is counted, so that the closing line tells the truth.
 * @param {string} name
 * @param {() => Promise<void>} work
 * @returns {Promise<boolean>} whether it went well
 */
async function prepare(name, work) {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    total.failed += 1;
    process.stdout.write(`FAILED ${name}\n${error.message}\n`);
    return false;
  }
}

/** @param {import('./checks.mjs').Check[]} waiting  in the order of their start */
async function runAll(waiting) {
  const ended = new Set(CHECKS.map(({ name }) => name).filter((name) => !waiting.some((check) => check.name === name)));
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();
  /** @param {string} name @param {Promise<void>} work */
  const begin = (name, work) => {
    const done = work.finally(() => {
      running.delete(name);
      ended.add(name);
    });
    running.set(name, done);
  };

  const build = prepare('build', () => setup({ dev: true, web: true })).then((built) => {
    if (built) return;
    const orphans = waiting.filter(({ after = [] }) => after.includes('build'));
    for (const orphan of orphans) waiting.splice(waiting.indexOf(orphan), 1);
    process.stdout.write(`not run: ${orphans.map(({ name }) => name).join(', ')}\n`);
  });
  begin('build', build);
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex(
      ({ after = [], alone }) => after.every((name) => ended.has(name)) && (!alone || running.size === 0),
    );
    const [check] = next >= 0 && running.size < SIDE_BY_SIDE ? waiting.splice(next, 1) : [];
    if (!check) {
      await Promise.race(running.values());
      continue;
    }
    begin(check.name, reportCheck(check));
    // Nothing starts beside one that wants to be alone.
    if (check.alone) await running.get(check.name);
  }
}

await launch(async () => {
  const wanted = parseTest(process.argv.slice(2));
  const ready = await prepare('setup', async () => {
    await setup({ dev: true });
    if (wanted.has('e2e')) await ensureBrowser();
  });
  if (ready) await runAll(CHECKS.filter(({ name }) => wanted.has(name)));
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);
  return total.failed === 0 ? 0 : 1;
});
