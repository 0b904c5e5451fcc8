/** Networks out of a table of text: CSV (RFC 4180, without line ends inside fields) or parted by tabs. */
import { type AddressRange, formatRange, parseAddress, parseRange } from '@/lib/model';
import { buildPrefixTable } from '../prefix-table';
import { type Columns, findSeparator, guessColumns, readHeader } from './csv-columns';
import { type OfflineEntry, type OfflineSource, readAsn, readCountry, readName } from './facts';

/** A longer line is none of such a file's. */
const LONGEST_LINE = 16_384;
/** More networks than the whole routing table has, by far; what follows is counted as not understood. */
const MOST_NETWORKS = 5_000_000;

/** Takes a file's text, cut anywhere, and makes it into a table. Never throws for what it holds. */
export class CsvNetworks {
  private rest = '';
  private dropping = false;
  private separator: '\t' | ';' | ',' | null = null;
  private columns: Columns | null = null;
  private badLines = 0;
  private readonly ranges: AddressRange[] = [];
  /** For each range, the place of its entry: many networks are of one organisation. */
  private readonly entryOf: number[] = [];
  private readonly entries: OfflineEntry[] = [];
  private readonly places = new Map<string, number>();

  push(text: string): void {
    const whole = this.rest + text;
    let start = 0;
    for (let stop = whole.indexOf('\n'); stop >= 0; stop = whole.indexOf('\n', start)) {
      if (this.dropping) this.dropping = false;
      else this.takeLine(whole.slice(start, stop));
      start = stop + 1;
    }
    this.rest = this.dropping ? '' : whole.slice(start);
    if (this.rest.length <= LONGEST_LINE) return;
    this.badLines++;
    this.dropping = true;
    this.rest = '';
  }

  /** @returns null where it held no network at all. */
  end(): OfflineSource | null {
    if (this.rest !== '') this.takeLine(this.rest);
    this.rest = '';
    const { ranges, entryOf, entries, badLines, columns } = this;
    if (ranges.length === 0 || columns === null) return null;
    const table = buildPrefixTable(ranges);
    return {
      content: describe(columns),
      builtMs: null,
      networks: ranges.length,
      badLines,
      find(text) {
        const address = parseAddress(text);
        const at = address && table.findAddress(address);
        const range = at === null ? undefined : ranges[at];
        const entry = at === null ? undefined : entries[entryOf[at] ?? -1];
        return range && entry ? { ...entry, network: formatRange(range) } : null;
      },
    };
  }

  private takeLine(whole: string): void {
    const line = whole.endsWith('\r') ? whole.slice(0, -1) : whole;
    if (line === '' || line.startsWith('#')) return;
    const first = this.separator === null;
    this.separator ??= findSeparator(line);
    const fields =
      line.length > LONGEST_LINE ? null : splitFields(first ? line.replace(/^\ufeff/, '') : line, this.separator);
    if (fields && this.columns === null) {
      this.columns = readHeader(fields);
      if (this.columns) return;
      this.columns = guessColumns(fields);
    }
    if (!fields || !this.columns || !this.takeRow(fields, this.columns)) this.badLines++;
  }

  /** @returns false where the row is not understood. */
  private takeRow(fields: readonly string[], columns: Columns): boolean {
    const field = (at: number): string => (at < 0 ? '' : (fields[at] ?? ''));
    const range =
      columns.network >= 0
        ? parseRange(field(columns.network).trim())
        : readRange(field(columns.start), field(columns.end));
    if (!range || this.ranges.length >= MOST_NETWORKS) return false;
    const asn = readAsn(field(columns.asn));
    const organisation = readName(field(columns.organisation));
    const country = readCountry(field(columns.country));
    // `0 None Not routed`: the file says that it knows nothing.
    if (asn === null && organisation === null && country === null) return true;
    const key = `${asn} ${country} ${organisation}`;
    let place = this.places.get(key);
    if (place === undefined) {
      place = this.entries.push({ asn, organisation, country }) - 1;
      this.places.set(key, place);
    }
    this.ranges.push(range);
    this.entryOf.push(place);
    return true;
  }
}

function readRange(start: string, end: string): AddressRange | null {
  const [first, last] = [parseAddress(start.trim()), parseAddress(end.trim())];
  if (!first || !last || first.family !== last.family || first.value > last.value) return null;
  return { family: first.family, first: first.value, last: last.value };
}

/** @returns null where a quote does not end. */
function splitFields(line: string, separator: string): string[] | null {
  if (!line.includes('"')) return line.split(separator);
  const fields: string[] = [];
  for (let at = 0; at <= line.length; ) {
    if (line[at] === '"') {
      let value = '';
      let from = at + 1;
      for (;;) {
        const quote = line.indexOf('"', from);
        if (quote < 0) return null;
        value += line.slice(from, quote);
        at = quote + 1;
        if (line[at] !== '"') break;
        value += '"';
        from = at + 1;
      }
      if (at < line.length && line[at] !== separator) return null;
      fields.push(value);
    } else {
      const stop = line.indexOf(separator, at);
      fields.push(line.slice(at, stop < 0 ? line.length : stop));
      at = stop < 0 ? line.length : stop;
    }
    at++;
  }
  return fields;
}

function describe(columns: Columns): string {
  return Object.entries(columns)
    .flatMap(([name, at]) => (at >= 0 ? [name] : []))
    .join(', ');
}
