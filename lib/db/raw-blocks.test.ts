import { expect, test } from 'vitest';
import { insert } from './connection';
import { provideTestDatabase } from './fixtures/test-database';
import { insertSmallCase } from './read/fixtures/small-case';
import { RawBlockPacker, RawBlockReader, RECORDS_PER_BLOCK } from './raw-blocks';

provideTestDatabase();

test.each([
  ['compressed on other threads', true],
  ['compressed at once', false],
])('records come back whole, with their lines (%s)', async (_, wait) => {
  const { uploadId } = insertSmallCase();
  const packer = new RawBlockPacker();
  const records = Array.from({ length: 2500 }, (_record, i) => ({
    // Lines may go back: a repeated record has the line of the one it repeats.
    line: i % 7 === 0 ? 1 : 70_000 + i,
    raw: Buffer.alloc(i === 1200 ? 65_536 : i % 300, i % 251),
  }));
  const places = records.map(({ raw, line }) => packer.add(raw, line));
  if (wait) await packer.ready();
  const ids = packer
    .take()
    .map((data) => insert('INSERT INTO RawBlock (uploadId, data) VALUES (?, ?) RETURNING id', uploadId, data));
  const reader = new RawBlockReader(2);
  records.forEach(({ raw, line }, i) => {
    const place = places[i] ?? -1;
    const block = ids[Math.floor(place / RECORDS_PER_BLOCK)] ?? -1;
    const record = reader.read(block * RECORDS_PER_BLOCK + (place % RECORDS_PER_BLOCK));
    expect([record.line, record.raw.equals(raw)]).toEqual([line, true]);
  });
  expect(ids.length).toBeGreaterThan(2);
});
