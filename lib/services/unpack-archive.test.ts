import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { pack, type Header } from 'tar-stream';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { countStoredEvents, listEvents } from '@/lib/db/fixtures/list-events';
import { readUpload, readUploadMembers, readUploads } from '@/lib/db/read/uploads';
import { dataFolder } from '@/lib/db/transaction';
import { type LeasedJob, leaseJob } from '@/lib/db/write/jobs';
import { runJobs } from '@/lib/jobs';
import { DEFAULT_LIMITS, type InflateLimits } from './containers/limits';
import { requestRemoval } from './change-upload';
import { createHandlers } from './handlers';
import { receiveUpload } from './receive-upload';
import { unpackArchive } from './unpack-archive';

provideTestDatabase();

const read = (name: string): Buffer => readFileSync(new URL(name, import.meta.url));
const fixture = (name: string): Buffer => read(`containers/fixtures/${name}`);
const LOG = read('sample-case/maillog').toString();
const SHORT = gunzipSync(fixture('short.log.gz'));
const WRITTEN = Date.UTC(2026, 7, 9);

interface File extends Partial<Header> {
  name: string;
  body?: Uint8Array | string;
}

async function collect(chunks: AsyncIterable<unknown>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) if (chunk instanceof Uint8Array) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}

function tar(...files: File[]): Promise<Buffer> {
  const archive = pack();
  for (const { body = '', ...header } of files)
    archive.entry({ mtime: new Date(WRITTEN), ...header }, typeof body === 'string' ? body : Buffer.from(body));
  archive.finalize();
  return collect(archive);
}

function zip(...files: File[]): Promise<Buffer> {
  const archive = new ZipFile();
  for (const { name, body = '' } of files) archive.addBuffer(Buffer.from(body), name, { mtime: new Date(WRITTEN) });
  archive.end();
  return collect(archive.outputStream);
}

const context = () => ({ actor: 'owner' as const, nowMs: Date.now() });

async function receive(name: string, bytes: Uint8Array): Promise<string> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  const input = { name, source: 'browser', fileTimeMs: WRITTEN, zone: 'UTC', year: null, expectedBytes: null } as const;
  return (await receiveUpload(context(), input, chunks())).publicId;
}

async function settle(env: Record<string, string> = {}, limits?: Partial<InflateLimits>): Promise<void> {
  const faults: unknown[] = [];
  const { ingest, detect, forget, unpack } = createHandlers(env);
  const options = { keepOriginal: false, limits: { ...DEFAULT_LIMITS, ...limits } };
  await runJobs({
    handlers: { ingest, detect, forget, unpack: limits ? (job, run) => unpackArchive(job, run, options) : unpack },
    signal: new AbortController().signal,
    nowMs: Date.now,
    until: 'settled',
    onFault: (error) => faults.push(error),
  });
  expect(faults).toEqual([]);
}

/** What came of an archive: its state and sentence, and of each member what it became and why. */
async function unpacked(name: string, bytes: Uint8Array, limits?: Partial<InflateLimits>) {
  const publicId = await receive(name, bytes);
  await settle({}, limits);
  const upload = readUpload(publicId);
  const members = readUploadMembers(publicId).map(({ name, state, reason }) => [name, state, reason?.key ?? null]);
  return { publicId, state: upload?.state, error: upload?.error?.key ?? null, members };
}

const stored = (): string[] => readdirSync(path.join(dataFolder(), 'uploads'));
const lines = async (): Promise<string[]> =>
  (await listEvents()).map(({ timeMs, address, sender, recipient }) => `${timeMs} ${address} ${sender} ${recipient}`);

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

test('a hostile tar: names are text only, what is no file is refused, the rest is read', async () => {
  const escape = path.join(dataFolder(), '..', 'escaped');
  const bytes = await tar(
    { name: '../../escaped', body: LOG },
    { name: escape, body: `${LOG}\n` },
    { name: 'link', type: 'symlink', linkname: '/etc/passwd' },
    { name: 'hard', type: 'link', linkname: '../../ringleader.db' },
    { name: 'device', type: 'character-device' },
    { name: '__MACOSX/._a.log', body: 'x' },
    { name: 'dir/._a.log', body: 'x' },
    { name: 'nothing.log' },
    { name: 'inner.tar', body: await tar({ name: 'x', body: LOG }) },
    { name: 'inner.tgz', body: gzipSync(await tar({ name: 'x', body: LOG })) },
    { name: 'inner.zip', body: await zip({ name: 'x', body: LOG }) },
    { name: 'n'.repeat(2000), body: LOG },
    { name: '\u202egol.\u001b[2J\u0007', body: SHORT },
  );
  const { state, error, members } = await unpacked('logs.tar', bytes);
  expect([state, error]).toEqual(['done', null]);
  expect(members).toEqual([
    ['../../escaped', 'read', null],
    [escape, 'read', null],
    ['link', 'refused', 'archive.special'],
    ['hard', 'refused', 'archive.special'],
    ['device', 'refused', 'archive.special'],
    ['__MACOSX/._a.log', 'refused', 'archive.attributes'],
    ['dir/._a.log', 'refused', 'archive.attributes'],
    ['nothing.log', 'refused', 'archive.empty'],
    ['inner.tar', 'refused', 'archive.nested'],
    ['inner.tgz', 'refused', 'archive.nested'],
    ['inner.zip', 'refused', 'archive.nested'],
    [`${'n'.repeat(200)}…`, 'refused', 'archive.name-too-long'],
    ['\u202egol.\u001b[2J\u0007', 'read', null],
  ]);
  expect(readdirSync(path.dirname(escape))).not.toContain('escaped');
  expect(readdirSync(dataFolder()).filter((name) => !name.startsWith('ringleader.db'))).toEqual(['uploads']);
  expect(stored()).toEqual([]);
});

test('a hostile zip: encrypted, packed otherwise, links, lying sizes', async () => {
  const lying = await zip({ name: 'bomb', body: Buffer.alloc(100_000_000) }, { name: 'log', body: LOG });
  // The directory says that the first one has 10 bytes.
  lying.writeUInt32LE(10, lying.indexOf('PK\u0001\u0002', 'latin1') + 24);
  expect(await unpacked('lying.zip', lying)).toMatchObject({
    state: 'done',
    members: [
      ['bomb', 'refused', 'archive.ratio'],
      ['log', 'read', null],
    ],
  });
  expect((await unpacked('e.zip', fixture('encrypted.zip'))).members.map(([, , key]) => key)).toEqual([
    'archive.encrypted',
  ]);
  expect((await unpacked('m.zip', fixture('method.zip'))).members.map(([, , key]) => key)).toEqual(['archive.method']);
  const link = Buffer.from(
    (await zip({ name: 'xx/link', body: '/etc/passwd' })).toString('latin1').replaceAll('xx/link', '../link'),
    'latin1',
  );
  link.writeUInt32LE(0xa1ff * 0x10000, link.indexOf('PK\u0001\u0002', 'latin1') + 38);
  expect(await unpacked('link.zip', link)).toMatchObject({
    state: 'failed',
    error: 'archive.nothing',
    members: [['../link', 'refused', 'archive.special']],
  });
});

test('files of a zip that share their bytes are refused', async () => {
  const one = await zip({ name: 'a', body: SHORT }, { name: 'b', body: LOG });
  const first = one.indexOf('PK\u0001\u0002', 'latin1');
  const second = one.indexOf('PK\u0001\u0002', first + 4, 'latin1');
  // Both point to the first one's bytes, as often as wanted.
  one.copy(one, second + 10, first + 10, first + 46);
  const many = Buffer.concat([
    one.subarray(0, second),
    ...Array<Buffer>(20).fill(one.subarray(first, second)),
    one.subarray(second),
  ]);
  const end = many.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  many.writeUInt16LE(22, end + 8);
  many.writeUInt16LE(22, end + 10);
  const { members } = await unpacked('overlap.zip', many);
  expect(members.slice(-1)).toEqual([[expect.any(String), 'refused', 'archive.overlap']]);
  expect(members.filter(([, , key]) => key === null).length).toBeLessThanOrEqual(2);
});

describe('bombs', () => {
  const bomb = Buffer.alloc(80_000_000);

  test.each<[string, () => Promise<Uint8Array>]>([
    [
      'in a tar.gz',
      async () =>
        gzipSync(await tar({ name: 'a', body: SHORT }, { name: 'bomb', body: bomb }, { name: 'b', body: LOG })),
    ],
    ['in a zip', () => zip({ name: 'a', body: SHORT }, { name: 'bomb', body: bomb }, { name: 'b', body: LOG })],
  ])('%s: it is refused by name, the others are read', async (_, make) => {
    const { state, members } = await unpacked('logs', await make(), { ratio: 500 });
    expect(state).toBe('done');
    expect(members).toEqual([
      ['a', 'read', null],
      ['bomb', 'refused', 'archive.ratio'],
      ['b', 'read', null],
    ]);
    expect(countStoredEvents()).toBeGreaterThan(600);
    expect(stored()).toEqual([]);
  });

  test('packed in the archive: the member fails by name, the others are read', async () => {
    const { members, publicId } = await unpacked(
      'l.tar',
      await tar({ name: 'x.zst', body: fixture('bomb.zst') }, { name: 'a', body: SHORT }),
    );
    expect(members.map(([, state]) => state)).toEqual(['read', 'read']);
    const [packed, plain] = readUploadMembers(publicId).map((member) => readUpload(member.publicId ?? ''));
    expect(packed).toMatchObject({
      state: 'failed',
      error: { key: 'open-log.ratio', params: { name: 'l.tar › x.zst' } },
    });
    expect(plain).toMatchObject({ state: 'done', events: 600 });
  });

  test('no member, and no archive, is longer than it may be', async () => {
    const files = [
      { name: 'a', body: SHORT },
      { name: 'long', body: `${LOG}${'x'.repeat(200_000)}` },
      { name: 'b', body: LOG },
    ];
    const member = await unpacked('m.tar', await tar(...files), { logBytes: 150_000 });
    expect(member.members.map(([, , key]) => key)).toEqual([null, 'archive.member-too-long', null]);
    for (const bytes of [gzipSync(await tar(...files)), await zip(...files)]) {
      const { state, error, members } = await unpacked('t', bytes, { archiveBytes: 150_000 });
      expect(state).toBe('failed');
      expect(['archive.total', 'open-log.too-long']).toContain(error);
      expect(members[0]?.[0]).toBe('a');
      expect(members.length).toBeLessThan(3);
    }
  });

  test('of 100,000 files so many are read as may be, and the first that was not is named', async () => {
    const empty = (await tar({ name: 'a.log', body: 'x\n' })).subarray(0, 1024);
    const { state, error, members } = await unpacked('many.tar', gzipSync(Buffer.alloc(100_000 * 1024, empty)), {
      members: 50,
    });
    expect([state, error, members.length]).toEqual(['failed', 'archive.too-many', 51]);
    expect(DEFAULT_LIMITS.members).toBe(10_000);
  });
});

describe('an archive that is broken', () => {
  test('cut off: what was in it is read, and it is told', async () => {
    const bytes = await tar({ name: 'a', body: SHORT }, { name: 'b', body: LOG });
    const { state, error, members } = await unpacked('cut.tar', bytes.subarray(0, bytes.length - 9000));
    expect([state, error]).toEqual(['failed', 'archive.cut-off']);
    expect(members).toEqual([
      ['a', 'read', null],
      ['b', 'read', 'archive.cut-off'],
    ]);
    expect(countStoredEvents()).toBeGreaterThan(600);
    expect(stored().length).toBe(1);
  });

  test('a tar.gz that is cut off says which layer was', async () => {
    const bytes = gzipSync(await tar({ name: 'a', body: SHORT }, { name: 'b', body: LOG }));
    const { error, members } = await unpacked('cut.tgz', bytes.subarray(0, bytes.length - 900));
    expect(error).toBe('open-log.cut-off');
    expect(members[0]).toEqual(['a', 'read', null]);
  });

  test('a zip without its directory, and one with a damaged member', async () => {
    const bytes = await zip({ name: 'a', body: SHORT }, { name: 'b', body: LOG });
    expect(await unpacked('cut.zip', bytes.subarray(0, bytes.length - 100))).toMatchObject({
      state: 'failed',
      error: 'archive.bad-directory',
      members: [],
    });
    bytes.fill(0, 4000, 4010);
    const { state, members } = await unpacked('damaged.zip', bytes);
    expect(state).toBe('done');
    expect(members[0]?.slice(1)).toEqual([expect.stringMatching(/read|refused/), 'archive.member-damaged']);
    expect(members[1]).toEqual(['b', 'read', null]);
  });

  test('a zip packed again cannot be taken apart, and says so', async () => {
    const publicId = await receive('x.zip.gz', gzipSync(await zip({ name: 'a', body: LOG })));
    await settle();
    expect(readUpload(publicId)).toMatchObject({ state: 'failed', error: { key: 'open-log.archive' } });
  });
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
