import { expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { enqueue, failJob, leaseJob } from '@/lib/db/write/jobs';
import { message } from '@/lib/model';
import { resumeReading } from './resume-reading';

provideTestDatabase();

test('a log that waited for room is read at once, and no registry is asked the sooner for it', () => {
  for (const lane of ['ingest', 'whois.example'] as const)
    enqueue({ kind: lane === 'ingest' ? 'ingest' : 'ask', key: lane, lane, payload: {} }, 0);
  for (const kind of ['ingest', 'ask'] as const) {
    const job = leaseJob(0, 10, [kind]);
    if (!job) throw new Error(kind);
    failJob(job, message('services.upload.disk-full', { folder: '/data' }), 0, 60_000, true);
  }
  expect(leaseJob(1000, 10, ['ingest', 'ask'])).toBeNull();
  resumeReading({ actor: 'owner', nowMs: 1000 });
  expect(leaseJob(1000, 10, ['ingest', 'ask'])?.key).toBe('ingest');
  expect(leaseJob(1000, 10, ['ingest', 'ask'])).toBeNull();
});
