import { describe, expect, it } from 'vitest';
import { provideTestDatabase } from '../fixtures/test-database';
import { enqueueAgain } from '../write/jobs';
import { findUploadByPublicId, setUploadMembers } from '../write/uploads';
import { insertOperator, insertSmallCase, NOON } from './fixtures/small-case';
import { readUnparsed, readUpload, readUploadMembers, readUploads } from './uploads';
import { readUploadOperators } from './upload-operators';

provideTestDatabase();

describe('readUpload', () => {
  it('tells all of an upload', () => {
    insertSmallCase();
    expect(readUpload('upload1')).toEqual({
      publicId: 'upload1',
      name: 'maillog-20260803',
      source: 'browser',
      origin: 'user',
      sha256: 'aa',
      sizeBytes: 900,
      receivedMs: NOON + 3_600_000,
      fileTimeMs: NOON + 1_800_000,
      zone: 'Asia/Tokyo',
      year: null,
      state: 'done',
      error: null,
      bytesRead: 900,
      lines: 5,
      events: 4,
      unparsed: 1,
      known: 0,
      format: null,
      formats: [{ format: 'postfix', rejections: 4 }],
      addresses: 3,
      firstMs: NOON + 60_000,
      lastMs: NOON + 240_000,
      utcOffsetMinutes: 540,
      pasted: false,
      pending: null,
      members: null,
    });
  });

  it('says that it is about to be removed, before all else', () => {
    insertSmallCase();
    for (const kind of ['redate', 'forget'] as const)
      enqueueAgain({ kind, key: `${kind}:upload1`, lane: 'ingest', payload: {} }, NOON);
    expect(readUpload('upload1')?.pending).toBe('forget');
  });

  it('tells what came of an archive', () => {
    insertSmallCase();
    const member = { name: 'a.log', sizeBytes: 7, state: 'read', publicId: 'x', reason: null } as const;
    const refused = { ...member, state: 'refused', publicId: null, reason: { key: 'k', params: {} } } as const;
    setUploadMembers(findUploadByPublicId('upload1')?.id ?? 0, [member, member, refused], 5);
    expect(readUpload('upload1')).toMatchObject({ members: { read: 2, known: 0, refused: 1 }, bytesRead: 5 });
    expect(readUploadMembers('upload1')).toEqual([member, member, refused]);
    expect(readUploadMembers('none')).toEqual([]);
  });

  it('knows no other id', () => {
    expect(readUpload('upload1')).toBeUndefined();
  });
});

describe('readUploads', () => {
  it('counts all and gives a page', () => {
    insertSmallCase();
    expect(readUploads({ limit: 5, offset: 1 })).toEqual({ uploads: [], total: 1 });
  });
});

describe('readUploadOperators', () => {
  it.each([
    [null, { events: 2, operators: 1 }],
    ['confirmed', { events: 2, operators: 1 }],
    ['rejected', { events: 0, operators: 0 }],
  ] as const)('where the operator is %s', async (verdict, expected) => {
    insertSmallCase();
    insertOperator(verdict);
    expect(await readUploadOperators('upload1')).toEqual(expected);
  });
});

describe('readUnparsed', () => {
  it('gives the lines with their reasons', () => {
    insertSmallCase();
    expect(readUnparsed('upload1', { limit: 10, offset: 0 })).toEqual({
      rows: [{ line: 5, reason: 'no-tail', text: 'odd \ufffd line' }],
      reasons: [{ reason: 'no-tail', count: 1 }],
    });
  });
});
