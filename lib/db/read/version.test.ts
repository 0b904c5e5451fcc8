import { expect, test } from 'vitest';
import { provideTestDatabase } from '../fixtures/test-database';
import { enqueueAgain } from '../write/jobs';
import { insertUpload, setUploadState } from '../write/uploads';
import { run } from '../connection';
import { readDataVersion } from './version';

provideTestDatabase();

const upload = (): number =>
  insertUpload({
    publicId: 'u1',
    name: 'a',
    source: 'push',
    origin: 'user',
    sha256: null,
    sizeBytes: 1,
    path: '',
    receivedMs: 1,
    fileTimeMs: 1,
    zone: 'UTC',
    year: null,
  });

test('the version changes with what pages show, not with jobs that wait', () => {
  const seen = [readDataVersion().version];
  const changes = (act: () => void): boolean => {
    act();
    const { version } = readDataVersion();
    const changed = version !== seen.at(-1);
    seen.push(version);
    return changed;
  };
  expect(changes(() => undefined)).toBe(false);
  expect(changes(upload)).toBe(true);
  expect(changes(() => enqueueAgain({ kind: 'detect', key: 'detect', lane: 'detect', payload: {} }, 5))).toBe(false);
  expect(changes(() => run('UPDATE Upload SET bytesRead = 7'))).toBe(false);
  expect(changes(() => run('UPDATE Upload SET events = events + 3'))).toBe(true);
  expect(changes(() => setUploadState(1, 'done'))).toBe(true);
  expect(changes(() => run("UPDATE Job SET state = 'done', doneMs = 9"))).toBe(true);
  expect(readDataVersion().events).toBe(3);
  expect(new Set(seen).size).toBe(5);
});
