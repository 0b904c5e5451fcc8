import { run } from '../connection';

/** Keeps a view; one of the same name is replaced. */
export function saveView(name: string, query: string, nowMs: number): void {
  run(
    'INSERT INTO View (name, query, createdMs) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET query = excluded.query',
    name,
    query,
    nowMs,
  );
}

/** @returns false where there is no such view. */
export function deleteView(id: number): boolean {
  return run('DELETE FROM View WHERE id = ?', id) > 0;
}
