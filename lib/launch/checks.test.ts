import { expect, it } from 'vitest';
import { countE2e, countUnit } from './checks.mjs';

const UNIT = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };

it('counts vitest’s tests, and a file that did not load as one failure', () => {
  expect(countUnit(UNIT)).toEqual({ passed: 5, failed: 0, skipped: 2 });
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ];
  expect(countUnit({ ...UNIT, numFailedTests: 1, testResults })).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

it('counts Playwright’s stories, and errors outside of any', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
  expect(countE2e({ stats, errors: [{ message: 'no such file' }] })).toEqual({ passed: 4, failed: 3, skipped: 2 });
});

it('does not take an unknown shape for success', () => {
  expect(() => countUnit({})).toThrow('another shape');
  expect(() => countE2e(null)).toThrow('another shape');
});
