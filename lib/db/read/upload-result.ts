import { one } from '../connection';

/** What the reading of an upload came to. */
export interface UploadResult {
  name: string;
  state: string;
  /** JSON of a Message, null where all went well. */
  error: string | null;
  lines: number;
  events: number;
  unparsed: number;
  /** Refusals that another upload had brought. */
  known: number;
  addresses: number;
}

export function readUploadResult(id: number): UploadResult | undefined {
  return one<UploadResult>(
    'SELECT name, state, error, lines, events, unparsed, known, addresses FROM Upload WHERE id = ?',
    id,
  );
}
