import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { readUpload, readUploadMembers, readUploads } from '@/lib/db/read/uploads';
import { dataFolder } from '@/lib/db/transaction';
import { type LeasedJob, leaseJob } from '@/lib/db/write/jobs';
import { DEFAULT_LIMITS } from './containers/limits';
import { requestRemoval } from './change-upload';
import { unpackArchive } from './unpack-archive';

import { fixture, LOG, SHORT, tar, zip, context, receive, settle, unpacked, stored, lines } from './fixtures/archives';

provideTestDatabase();

describe('every container gives the events of the log in it', () => {
  const inTar = () => tar({ name: 'var/log/maillog', body: LOG });
  test.each<[string, () => Promise<Uint8Array>]>([
    ['log.gz', async () => gzipSync(LOG)],
    ['log.bz2', async () => fixture('maillog.bz2')],
    ['log.xz', async () => fixture('maillog.xz')],
    ['log.zst', async () => fixture('maillog.zst')],
    ['log.tar', inTar],
    ['log.tar.gz', async () => gzipSync(await inTar())],
    ['log.tar.bz2', async () => fixture('maillog.tar.bz2')],
    ['log.tar.xz', async () => fixture('maillog.tar.xz')],
    ['log.tar.zst', async () => fixture('maillog.tar.zst')],
    ['log.zip', () => zip({ name: 'maillog', body: LOG })],
    ['gz in tar', async () => tar({ name: 'maillog.gz', body: gzipSync(LOG) })],
    ['xz in tar.xz', async () => fixture('maillog.xz.tar.xz')],
    ['bz2 in zip', () => zip({ name: 'maillog.bz2', body: fixture('maillog.bz2') })],
    ['zst in tar.gz', async () => gzipSync(await tar({ name: 'maillog.zst', body: fixture('maillog.zst') }))],
  ])('%s', async (name, make) => {
    const bytes = await make();
    const plain = await receive('plain', Buffer.from(LOG));
    await settle();
    const expected = await lines();
    expect(expected.length).toBe(20);
    // The plain one goes, with all it brought, so that nothing is known.
    requestRemoval(context(), plain);
    await settle();
    expect(await lines()).toEqual([]);
    await receive(name, bytes);
    await settle();
    expect(await lines()).toEqual(expected);
    expect(stored()).toEqual([]);
  });
});

test('each file of an archive is an upload of its own, with its own time; folders are none', async () => {
  const bytes = await tar(
    { name: 'var/log/', type: 'directory' },
    { name: 'var/log/mail.log', body: LOG, mtime: new Date(Date.UTC(2026, 7, 4)) },
    { name: 'var/log/mail.log.1.gz', body: gzipSync(SHORT), mtime: new Date(Date.UTC(2026, 7, 3)) },
  );
  const { publicId, state, error } = await unpacked('logs.tar', bytes);
  expect([state, error]).toEqual(['done', null]);
  const members = readUploadMembers(publicId);
  expect(members).toEqual([
    { name: 'var/log/mail.log', sizeBytes: LOG.length, state: 'read', publicId: expect.any(String), reason: null },
    {
      name: 'var/log/mail.log.1.gz',
      sizeBytes: gzipSync(SHORT).length,
      state: 'read',
      publicId: expect.any(String),
      reason: null,
    },
  ]);
  expect(members.map((member) => readUpload(member.publicId ?? ''))).toMatchObject([
    {
      name: 'logs.tar › var/log/mail.log',
      fileTimeMs: Date.UTC(2026, 7, 4),
      state: 'done',
      zone: 'UTC',
      source: 'browser',
    },
    { name: 'logs.tar › var/log/mail.log.1.gz', fileTimeMs: Date.UTC(2026, 7, 3), state: 'done', events: 600 },
  ]);
});

test('bytes that were here before are known, the same bytes twice are one upload', async () => {
  const before = await receive('mail.log', SHORT);
  await settle();
  const bytes = await zip({ name: 'a', body: SHORT }, { name: 'b', body: LOG }, { name: 'c', body: LOG });
  const { publicId, members } = await unpacked('logs.zip', bytes);
  expect(members.map(([, state]) => state)).toEqual(['known', 'read', 'known']);
  expect(readUploadMembers(publicId)[0]?.publicId).toBe(before);
  expect(readUploads({ limit: 9, offset: 0 }).total).toBe(3);
});

test('archives are kept where the setting says so', async () => {
  const publicId = await receive('logs.zip', await zip({ name: 'a', body: LOG }));
  await settle({ RINGLEADER_KEEP_UPLOADS: '1' });
  expect(stored()).toContain(publicId);
  expect(stored().length).toBe(2);
});

describe('killed', () => {
  const lease = (): LeasedJob => {
    const job = leaseJob(Date.now(), 0, ['unpack']);
    if (!job) throw new Error('no job');
    return job;
  };
  const run = { nowMs: Date.now, renew: () => undefined };
  const options = { keepOriginal: false, limits: DEFAULT_LIMITS };

  test('before its rows are written: it runs again, and nothing is doubled or left behind', async () => {
    await receive('logs.tar', await tar({ name: 'a', body: SHORT }, { name: 'b', body: LOG }));
    // All is unpacked, and the process ends before it is written.
    const outcome = await unpackArchive(lease(), { ...run, signal: new AbortController().signal }, options);
    expect(outcome.kind).toBe('done');
    expect(readUploads({ limit: 9, offset: 0 }).total).toBe(1);
    expect(stored().length).toBe(2);
    writeFileSync(
      path.join(dataFolder(), 'uploads', stored().find((name) => name.endsWith('.members')) ?? '', '7'),
      'x',
    );
    await settle();
    expect(readUploads({ limit: 9, offset: 0 }).total).toBe(3);
    expect(stored()).toEqual([]);
  });

  test('while a member is written: its part goes', async () => {
    await receive('logs.tar', await tar({ name: 'a', body: SHORT }, { name: 'b', body: LOG }));
    const outcome = await unpackArchive(lease(), { ...run, signal: AbortSignal.abort() }, options);
    expect(outcome.kind).toBe('interrupted');
    expect(stored().length).toBe(1);
  });
});
