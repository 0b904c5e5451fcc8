import { readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { countStoredEvents } from '@/lib/db/fixtures/list-events';
import { readUpload, readUploadMembers } from '@/lib/db/read/uploads';
import { dataFolder } from '@/lib/db/transaction';
import { DEFAULT_LIMITS } from './containers/limits';

import { fixture, LOG, SHORT, tar, zip, receive, settle, unpacked, stored } from './fixtures/archives';

provideTestDatabase();

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
