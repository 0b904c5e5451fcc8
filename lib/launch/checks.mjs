// @ts-check
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { LOGS } from './places.mjs';
import { run, tool } from './run.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ ok: boolean, seconds: number, output: string, counts: Counts }} Outcome
 * @typedef {object} Check
 * @property {string} name
 * @property {string[]} command
 * @property {string[]} [after]   checks (or `build`) that must have ended before
 * @property {boolean} [alone]    nothing runs beside it
 * @property {{ file: string, env?: Record<string, string>, count: (report: unknown) => Counts }} [report]
 */

const UNIT = path.join(LOGS, 'unit.json');
const E2E = path.join(LOGS, 'e2e.json');

/** In the order in which they start; two at a time. @type {Check[]} */
export const CHECKS = [
  { name: 'format', command: tool('@biomejs/biome/bin/biome', 'format', '--colors=off') },
  {
    name: 'boundaries',
    command: tool(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '.',
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err-long',
    ),
  },
  { name: 'unused', command: tool('knip/bin/knip.js', '--no-progress') },
  { name: 'lint', command: tool('eslint/bin/eslint.js', '.', '--max-warnings=0') },
  // The build writes the types of the routes.
  { name: 'types', command: tool('typescript/bin/tsc', '--noEmit', '-p', '.'), after: ['build'] },
  {
    name: 'unit',
    command: tool('vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT}`),
    after: ['build'],
    report: { file: UNIT, count: countUnit },
  },
  {
    name: 'e2e',
    command: tool('@playwright/test/cli.js', 'test', '--reporter=line,json'),
    after: ['build'],
    alone: true,
    report: { file: E2E, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: E2E }, count: countE2e },
  },
];

/** @param {Check} check @returns {Promise<Outcome>} */
export async function runCheck({ name, command, report }) {
  if (report) rmSync(report.file, { force: true });
  const since = Date.now();
  const { code, output } = await run(name, command, {
    NO_COLOR: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    ...report?.env,
  });
  const counts = report ? readCounts(report) : { passed: 0, failed: 0, skipped: 0 };
  const ok = code === 0 && counts.failed === 0;
  // A check that failed is a failure, and so is a test run that broke before it could count.
  if (!ok && counts.failed === 0) counts.failed = 1;
  return { ok, seconds: Math.round((Date.now() - since) / 1000), output, counts };
}

/** @param {NonNullable<Check['report']>} report @returns {Counts} */
function readCounts({ file, count }) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    // No report: the run broke, which its exit code says too; counting it failed is safe either way.
    process.stderr.write(`No test report: ${error instanceof Error ? error.message : error}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** @param {unknown} value @param {string} key @returns {unknown} */
const get = (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined);
/** @param {unknown} value @param {string} key */
const count = (value, key) => Number(get(value, key) ?? Number.NaN);

/** Vitest's report. A file that could not even be loaded has no tests to fail: it counts as one. @param {unknown} report @returns {Counts} */
export function countUnit(report) {
  const files = get(report, 'testResults');
  const broken = (Array.isArray(files) ? files : []).filter(
    (file) => get(file, 'status') === 'failed' && !someFailed(get(file, 'assertionResults')),
  ).length;
  return checked({
    passed: count(report, 'numPassedTests'),
    failed: count(report, 'numFailedTests') + broken,
    skipped: count(report, 'numPendingTests') + count(report, 'numTodoTests'),
  });
}

/** @param {unknown} tests */
const someFailed = (tests) => Array.isArray(tests) && tests.some((test) => get(test, 'status') === 'failed');

/** Playwright's report. A test that passed only when tried again counts as failed. @param {unknown} report @returns {Counts} */
export function countE2e(report) {
  const stats = get(report, 'stats');
  const errors = get(report, 'errors');
  return checked({
    passed: count(stats, 'expected'),
    failed: count(stats, 'unexpected') + count(stats, 'flaky') + (Array.isArray(errors) ? errors.length : 0),
    skipped: count(stats, 'skipped'),
  });
}

/** @param {Counts} counts */
function checked(counts) {
  if (Object.values(counts).some(Number.isNaN))
    throw new Error('The report of the test run has another shape than ours.');
  return counts;
}
