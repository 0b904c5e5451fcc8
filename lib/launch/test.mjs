// @ts-check
import { mkdirSync } from 'node:fs';
import { ensureBrowser } from './browser.mjs';
import { CHECKS, runCheck } from './checks.mjs';
import { LOGS } from './places.mjs';
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

await launch(async () => {
  const wanted = parseTest(process.argv.slice(2));
  await setup({ dev: true });
  mkdirSync(LOGS, { recursive: true });
  if (wanted.has('e2e')) await ensureBrowser();

  const total = { passed: 0, failed: 0, skipped: 0 };
  const ended = new Set(CHECKS.map(({ name }) => name).filter((name) => !wanted.has(name)));
  const waiting = CHECKS.filter(({ name }) => wanted.has(name));
  /** @type {Map<string, Promise<unknown>>} */
  const running = new Map();

  /** @param {string} name @param {Promise<unknown>} work */
  const begin = (name, work) => {
    const done = work.finally(() => {
      running.delete(name);
      ended.add(name);
    });
    running.set(name, done);
  };

  begin('build', setup({ dev: true, web: true }));
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex(
      ({ after = [], alone }) => after.every((name) => ended.has(name)) && (!alone || running.size === 0),
    );
    const [check] = next >= 0 && running.size < SIDE_BY_SIDE ? waiting.splice(next, 1) : [];
    if (!check) {
      await Promise.race(running.values());
      continue;
    }
    const report = async () => {
      const { ok, seconds, output, counts } = await runCheck(check);
      for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += counts[key];
      const tests = check.report ? `, ${counts.passed} passed` : '';
      process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s${tests})\n`);
      if (!ok) process.stdout.write(`${output.trimEnd()}\n`);
    };
    begin(check.name, report());
    // Nothing starts beside one that wants to be alone.
    if (check.alone) await running.get(check.name);
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);
  return total.failed === 0 ? 0 : 1;
});
