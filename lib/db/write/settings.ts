import { run } from '../connection';

export function writeSetting(key: string, value: string): void {
  run(
    'INSERT INTO Setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    value,
  );
}
