import { all } from '../connection';

/** A view of the refusals that a person kept. */
export interface SavedView {
  id: number;
  name: string;
  /** The parameters of the page, as in its URL. */
  query: string;
}

/** All kept views, by name. */
export function readViews(): SavedView[] {
  return all('SELECT id, name, query FROM View ORDER BY name COLLATE NOCASE, id');
}
