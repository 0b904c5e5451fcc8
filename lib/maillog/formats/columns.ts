/** Files whose `#Fields:` line names the columns. */

/** Where each column stands. */
export type Columns = ReadonlyMap<string, number>;

const MOST_COLUMNS = 64;

/** Reads the names behind `#Fields: `, in the order of the columns. */
export function readColumns(names: readonly string[]): Columns {
  return new Map(names.slice(0, MOST_COLUMNS).map((name, i) => [name.trim(), i]));
}

/** A row's value in a column, '' where it has none. */
export function valueOf(row: readonly string[], columns: Columns, name: string): string {
  const at = columns.get(name);
  return at === undefined ? '' : (row[at] ?? '');
}

/** Takes a row of values between commas apart; a quoted one may hold commas, and `""` for a quote (RFC 4180). */
export function splitCommas(line: string): string[] {
  const values: string[] = [];
  for (let at = 0; at <= line.length && values.length < MOST_COLUMNS; ) {
    const quoteEnd = line[at] === '"' ? findQuoteEnd(line, at) : -1;
    const comma = line.indexOf(',', quoteEnd < 0 ? at : quoteEnd);
    const end = comma < 0 ? line.length : comma;
    values.push(quoteEnd < 0 ? line.slice(at, end) : line.slice(at + 1, quoteEnd - 1).replaceAll('""', '"'));
    at = end + 1;
  }
  return values;
}

/** Where the quoted value that begins at `at` ends, or -1. */
function findQuoteEnd(line: string, at: number): number {
  for (let quote = line.indexOf('"', at + 1); quote >= 0; quote = line.indexOf('"', quote + 2)) {
    if (line[quote + 1] !== '"') return quote + 1;
  }
  return -1;
}
