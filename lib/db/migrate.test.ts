import { cpSync, mkdirSync, mkdtempSync, writeFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { all, one } from './connection';
import { provideTestDatabase } from './fixtures/test-database';
import { migrate } from './migrate';

provideTestDatabase();

function copyWith(name: string, script: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringleader-migrations-'));
  cpSync('prisma/migrations', folder, { recursive: true });
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'migration.sql'), script);
  return folder;
}

test('a migration is applied once and recorded as Prisma records it', () => {
  expect(migrate('prisma/migrations')).toEqual([]);
  const folder = copyWith('20990101000000_extra', 'CREATE TABLE Extra (id INTEGER PRIMARY KEY)');
  expect(migrate(folder)).toEqual(['20990101000000_extra']);
  expect(migrate(folder)).toEqual([]);
  expect(
    all('SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND length(checksum) = 64'),
  ).toHaveLength(
    readdirSync('prisma/migrations', { withFileTypes: true }).filter((entry) => entry.isDirectory()).length + 1,
  );
});

test('a migration that fails leaves nothing of itself or of those before it', () => {
  const folder = copyWith('20990101000000_a', 'CREATE TABLE Extra (id INTEGER PRIMARY KEY)');
  mkdirSync(path.join(folder, '20990102000000_b'));
  writeFileSync(path.join(folder, '20990102000000_b', 'migration.sql'), 'CREATE TABLE Other (id INTEGER); nonsense;');
  expect(() => migrate(folder)).toThrow(/syntax error/);
  expect(one(`SELECT 1 FROM sqlite_master WHERE name IN ('Extra', 'Other')`)).toBeUndefined();
});

test('a database of a newer version, and a migration changed afterwards, are refused with a sentence', () => {
  migrate(copyWith('20990101000000_extra', 'CREATE TABLE Extra (id INTEGER PRIMARY KEY)'));
  expect(() => migrate('prisma/migrations')).toThrow(/services.migrate.newer/);
  expect(() => migrate(copyWith('20990101000000_extra', 'CREATE TABLE Changed (id INTEGER)'))).toThrow(
    /services.migrate.changed/,
  );
});
