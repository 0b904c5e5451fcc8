import { type EventRow, type Matches, type Order, readRows } from '@/lib/db/read/explore';

export const EXPORT_FORMATS = ['csv', 'ndjson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Rows read at one time. */
const PORTION = 1_000;

const COLUMNS = {
  time: ({ timeMs }: EventRow) => new Date(timeMs).toISOString(),
  utc_offset_minutes: ({ utcOffsetMinutes }: EventRow) => utcOffsetMinutes,
  ip: ({ address }: EventRow) => address,
  network: ({ network }: EventRow) => network,
  organisation: ({ organisation }: EventRow) => organisation,
  server: ({ format }: EventRow) => format,
  action: ({ action }: EventRow) => action,
  stage: ({ stage }: EventRow) => stage,
  code: ({ code }: EventRow) => code,
  dsn: ({ dsn }: EventRow) => dsn,
  dnsbl: ({ dnsbl }: EventRow) => dnsbl,
  sender: ({ sender }: EventRow) => sender,
  template: ({ pattern }: EventRow) => pattern,
  recipient: ({ recipient }: EventRow) => recipient,
} as const;
const NAMES = Object.keys(COLUMNS);
const VALUES = Object.values(COLUMNS);

/**
 * Everything a filter found, as text in portions: CSV (RFC 4180, UTF-8, with a head) or one JSON object a line.
 * @param matches as `explore` gives them.
 */
export function* exportEvents(matches: Matches, order: Order, format: ExportFormat): Generator<string> {
  if (format === 'csv') yield `${NAMES.join(',')}\r\n`;
  for (let offset = 0; offset < matches.length; offset += PORTION) {
    let text = '';
    for (const row of readRows(matches, { order, offset, limit: PORTION })) {
      const cells = VALUES.map((valueOf) => valueOf(row));
      text +=
        format === 'csv'
          ? `${cells.map(csvCell).join(',')}\r\n`
          : `${JSON.stringify(Object.fromEntries(NAMES.map((name, index) => [name, cells[index]])))}\n`;
    }
    yield text;
  }
}

/** What a spreadsheet takes for the beginning of a formula, in its full-width forms too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A cell of CSV. Text that a spreadsheet would reckon gets an apostrophe before it (OWASP, CSV Injection); numbers
 * stay numbers; an empty text differs from one that is not there by its quotes.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return safe === '' || /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
