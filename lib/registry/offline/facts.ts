/** What a file of an operator's own says of the network around an address; null: it does not say. */
export interface OfflineEntry {
  asn: number | null;
  organisation: string | null;
  /** ISO 3166 code, as the file has it. */
  country: string | null;
}

/** An entry, and the network it is of: a prefix, or `first - last`. */
export interface OfflineMatch extends OfflineEntry {
  network: string;
}

/** A file of networks, ready to be asked. */
export interface OfflineSource {
  /** What it calls itself (`GeoLite2-ASN`), or its columns. */
  content: string;
  /** When it was made, epoch ms; null where it does not say. */
  builtMs: number | null;
  /** How many networks it holds; null where it does not count them. */
  networks: number | null;
  /** Lines that were not understood and left out. */
  badLines: number;
  /** @param address any text; what is no address lies in no network. */
  find(address: string): OfflineMatch | null;
}

const LONGEST_NAME = 256;

/** A name as files have it, without what is no name. */
export function readName(text: string): string | null {
  const name = text.trim();
  return name === '' || name === '-' || name === 'None' || name === 'Not routed' ? null : name.slice(0, LONGEST_NAME);
}

/** `AS64500` or `64500`; null where it is none, or 0 (RFC 7607: announced by nobody). */
export function readAsn(text: string): number | null {
  const match = /^\s*(?:AS)?(\d{1,10})\s*$/i.exec(text);
  const asn = match ? Number(match[1]) : 0;
  return asn > 0 && asn < 2 ** 32 ? asn : null;
}

/** Two letters; null where it is none. */
export function readCountry(text: string): string | null {
  return /^[A-Za-z]{2}$/.test(text.trim()) ? text.trim().toUpperCase() : null;
}
