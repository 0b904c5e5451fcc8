import { one } from '../connection';

export function readSetting(key: string): string | null {
  return one<{ value: string }>('SELECT value FROM Setting WHERE key = ?', key)?.value ?? null;
}
