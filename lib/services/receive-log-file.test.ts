import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { findUpload } from '@/lib/db/write/uploads';
import { runJobs } from '@/lib/jobs';
import { ownerContext } from './context';
import { createHandlers } from './handlers';
import { sha256 } from './ids';
import { receiveLogFile } from './receive-log-file';

provideTestDatabase();

const folder = mkdtempSync(path.join(tmpdir(), 'receive-log-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const place = (name: string): string => path.join(folder, name);
const TEXT = 'Aug  3 10:00:00 mx1 postfix/qmgr[1]: ABCDEF0: removed\n';

function store(name: string, text: string): string {
  writeFileSync(place(name), text);
  return place(name);
}

const receive = (file: string) => receiveLogFile(ownerContext(), file, { year: 2026, zone: 'UTC' });

async function readAll(): Promise<void> {
  const { ingest } = createHandlers({});
  const onFault = (error: unknown): void => expect.fail(String(error));
  await runJobs({
    handlers: { ingest },
    signal: new AbortController().signal,
    nowMs: Date.now,
    until: 'settled',
    onFault,
  });
}

test('a log is hashed as it is read, and then known', async () => {
  const { id, publicId } = await receive(store('a.log', TEXT));
  expect(findUpload(id)?.sha256).toBeNull();
  await readAll();
  expect(findUpload(id)).toMatchObject({ sha256: sha256(TEXT), state: 'done' });
  expect(await receive(place('a.log'))).toEqual({ id, publicId, duplicate: true });
});

test('the same bytes are known before they are read, other bytes of that size are not', async () => {
  const { id, publicId } = await receive(store('a.log', TEXT));
  copyFileSync(place('a.log'), place('b.log'));
  expect(await receive(place('b.log'))).toEqual({ id, publicId, duplicate: true });
  expect(await receive(store('c.log', TEXT.replace('mx1', 'mx2')))).toMatchObject({ duplicate: false });
  await readAll();
});
