import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { addTwoCompanies } from '@/lib/db/fixtures/two-companies';
import { readReport, readShareLinks } from '@/lib/db/read/reports';
import { dataFolder } from '@/lib/db/transaction';
import { UserError } from '@/lib/model';
import type { Context } from './context';
import { sha256 } from './ids';
import { makeReport, readReportHtml } from './make-report';
import { openSharedReport, revokeShare, shareReport } from './share-report';

provideTestDatabase();

const DAY_MS = 86_400_000;
const context: Context = { actor: 'owner', nowMs: 1_800_000_000_000 };

async function share(days = 7) {
  addTwoCompanies();
  const { publicId } = await makeReport(context, { operator: 'op-two', language: 'en' });
  return { publicId, ...shareReport(context, { report: publicId, days }) };
}

const keyOf = (work: () => unknown): string => {
  try {
    work();
    return '';
  } catch (error) {
    return error instanceof UserError ? error.sentence.key : String(error);
  }
};

test('a link opens the report until it expires', async () => {
  const { publicId, token, expiresMs } = await share(7);
  expect(expiresMs).toBe(context.nowMs + 7 * DAY_MS);
  expect(openSharedReport(token, expiresMs - 1)).toEqual({ html: readReportHtml(publicId) });
  expect(openSharedReport(token, expiresMs)).toBeNull();
  expect(readReport(publicId, context.nowMs)?.activeLinks).toBe(1);
  expect(readReport(publicId, expiresMs)?.activeLinks).toBe(0);
});

test('the token has 256 bits and only its hash is kept', async () => {
  const { token } = await share();
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  const database = ['ringleader.db', 'ringleader.db-wal'].map((name) => readFileSync(path.join(dataFolder(), name)));
  expect(database.some((bytes) => bytes.includes(sha256(token)))).toBe(true);
  expect(database.some((bytes) => bytes.includes(token))).toBe(false);
});

test('a revoked link leads nowhere, another one still does', async () => {
  const { publicId, token, linkPublicId } = await share();
  const other = shareReport(context, { report: publicId, days: 30 });
  expect(revokeShare({ ...context, nowMs: context.nowMs + 5 }, linkPublicId)).toEqual({ report: publicId });
  expect(openSharedReport(token, context.nowMs)).toBeNull();
  expect(openSharedReport(other.token, context.nowMs)).not.toBeNull();
  expect(readShareLinks(readReport(publicId, 0)?.id ?? 0).map(({ revokedMs }) => revokedMs)).toEqual([
    null,
    context.nowMs + 5,
  ]);
  expect(keyOf(() => revokeShare(context, linkPublicId))).toBe('services.share.already-revoked');
});

test('what is no token, no link or no report', async () => {
  await share();
  for (const text of ['', 'x', `${'A'.repeat(43)}`, '%', 'a\u0000b']) expect(openSharedReport(text, 0)).toBeNull();
  expect(keyOf(() => revokeShare(context, 'nothing'))).toBe('services.share.unknown');
  expect(keyOf(() => shareReport(context, { report: 'nothing', days: 7 }))).toBe('services.report.unknown');
  expect(keyOf(() => shareReport(context, { report: 'nothing', days: 0 }))).toBe('services.share.bad-days');
});
