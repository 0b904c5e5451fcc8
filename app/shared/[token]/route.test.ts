import { expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { addTwoCompanies } from '@/lib/db/fixtures/two-companies';
import { ownerContext } from '@/lib/services/context';
import { makeReport, readReportHtml } from '@/lib/services/make-report';
import { revokeShare, shareReport } from '@/lib/services/share-report';
import { GET } from './route';

provideTestDatabase();

const open = (token: string): Promise<Response> =>
  GET(new Request('http://127.0.0.1/shared'), { params: Promise.resolve({ token }) });

const DAY_MS = 86_400_000;

test('a link shows the report alone, and asks that nobody keeps, indexes or passes it on', async () => {
  addTwoCompanies();
  const { publicId } = await makeReport(ownerContext(), { operator: 'op-two', language: 'en' });
  const { token } = shareReport(ownerContext(), { report: publicId, days: 7 });
  const response = await open(token);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe(readReportHtml(publicId));
  expect(Object.fromEntries(response.headers)).toEqual({
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; sandbox; frame-ancestors 'none'",
    'content-type': 'text/html; charset=utf-8',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex, nofollow',
  });
});

test('a wrong, an expired and a revoked link cannot be told apart', async () => {
  addTwoCompanies();
  const { publicId } = await makeReport(ownerContext(), { operator: 'op-two', language: 'en' });
  const old = { ...ownerContext(), nowMs: Date.now() - 8 * DAY_MS };
  const expired = shareReport(old, { report: publicId, days: 7 });
  const revoked = shareReport(ownerContext(), { report: publicId, days: 7 });
  revokeShare(ownerContext(), revoked.linkPublicId);
  const seen = await Promise.all(
    ['x', expired.token, revoked.token].map(async (token) => {
      const response = await open(token);
      return [response.status, await response.text(), Object.fromEntries(response.headers)];
    }),
  );
  expect(seen[0]?.[0]).toBe(404);
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
});
