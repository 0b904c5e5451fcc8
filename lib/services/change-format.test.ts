import { expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { readCounts } from '@/lib/db/read/counts';
import { readUnparsedShapes, readUploadNews } from '@/lib/db/read/upload-news';
import { readUpload } from '@/lib/db/read/uploads';
import { runJobs } from '@/lib/jobs';
import { UserError } from '@/lib/model';
import { changeFormat } from './change-format';
import { createHandlers } from './handlers';
import { receiveUpload } from './receive-upload';

provideTestDatabase();

const context = () => ({ actor: 'owner' as const, nowMs: Date.now() });
const POSTFIX = (address: string, user = 'err1'): string =>
  `Aug  3 10:00:01 mx1 postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[${address}]: 554 5.7.1 <u@home.example>: Relay access denied; from=<${user}@news.example> to=<u@home.example> proto=ESMTP helo=<h.example>\n`;
const EXIM = `2026-08-03 10:05:00 H=(h.example) [198.18.9.9] F=<a@b.example> rejected RCPT <u@home.example>: relay not permitted\n`;

async function upload(name: string, text: string): Promise<string> {
  async function* chunks() {
    yield Buffer.from(text);
  }
  const input = { name, source: 'cli' as const, fileTimeMs: Date.UTC(2026, 7, 9), zone: 'UTC', year: null };
  const { publicId } = await receiveUpload(context(), { ...input, expectedBytes: null }, chunks());
  await settle();
  return publicId;
}

async function settle(): Promise<void> {
  const { ingest, detect, reformat, forget } = createHandlers({});
  await runJobs({
    handlers: { ingest, detect, reformat, forget },
    signal: new AbortController().signal,
    nowMs: Date.now,
    until: 'settled',
    onFault: (error) => {
      throw error;
    },
  });
}

test('an upload restricted to one server loses the refusals of the others, and what only they named', async () => {
  const id = await upload('both', POSTFIX('198.18.1.1') + POSTFIX('198.18.1.2') + EXIM);
  expect(readUpload(id)).toMatchObject({ events: 3, addresses: 3, format: null });
  changeFormat(context(), { publicId: id, format: 'postfix' });
  await settle();
  expect(readUpload(id)).toMatchObject({
    events: 2,
    addresses: 2,
    format: 'postfix',
    formats: [{ format: 'postfix', rejections: 2 }],
    lastMs: Date.UTC(2026, 7, 3, 10, 0, 1),
    pending: null,
  });
  expect(readCounts().events).toBe(2);
});

test('what was not stored needs the log once more, and the sentence says so', async () => {
  const id = await upload('one', POSTFIX('198.18.1.1'));
  expect(() => changeFormat(context(), { publicId: id, format: 'exim' })).toThrow(UserError);
  changeFormat(context(), { publicId: id, format: 'postfix' });
  await settle();
  expect(() => changeFormat(context(), { publicId: id, format: null })).toThrow('services.upload.send-again');
});

test('what is new in an upload is what no earlier one had', async () => {
  const first = await upload('first', POSTFIX('198.18.1.1') + POSTFIX('198.18.1.2'));
  expect(readUploadNews(first)).toMatchObject({ first: true, addresses: { count: 2 } });
  const second = await upload(
    'second',
    POSTFIX('198.18.1.2').replace('10:00:01', '11:00:01') + POSTFIX('198.18.1.3', 'rnd+12345'),
  );
  expect(readUploadNews(second)).toMatchObject({
    first: false,
    addresses: { count: 1, top: [{ name: '198.18.1.3' }] },
    templates: { count: 1 },
    networks: { count: 0 },
    operators: { count: 0 },
  });
  await upload('third', POSTFIX('198.18.1.4').replace('10:00:01', '12:00:01'));
  expect(readUploadNews(second)?.addresses.count).toBe(1);
});

test('lines that were not understood are grouped', async () => {
  const odd = (n: number): string =>
    `Aug  3 10:00:0${n} mx1 postfix/smtpd[${n}]: NOQUEUE: reject: RCPT from unknown: 554 no\n`;
  const id = await upload('odd', odd(1) + odd(2) + odd(3) + odd(4));
  const shapes = readUnparsedShapes(id, { limit: 10, offset: 0 });
  expect(shapes?.groups.map(({ count, samples }) => [count, samples.length])).toEqual([[4, 3]]);
});
