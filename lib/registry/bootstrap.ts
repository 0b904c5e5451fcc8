import {
  type Address,
  type AddressRange,
  addressToRange,
  parsePrefix,
  prefixToRange,
  rangeContains,
} from '@/lib/model';
import { isObject, listOf, member, parseJson, textOf } from './answers/json';

/** The files of IANA's bootstrap, below the base of `data.iana.org`. */
export const BOOTSTRAP_PATHS = ['ipv4.json', 'ipv6.json', 'asn.json'] as const;

interface Service<Block> {
  block: Block;
  urls: readonly string[];
}

/** Which RDAP servers answer for what (RFC 9224): of one file, or of several together. */
export interface Bootstrap {
  prefixes: ReadonlyArray<Service<AddressRange>>;
  asns: ReadonlyArray<Service<{ first: number; last: number }>>;
}

/**
 * Reads a bootstrap file. Entries that are neither a prefix nor AS numbers, and addresses that are no
 * `https://` ones, are left out.
 * @returns null where the text is none, or names no server.
 */
export function parseBootstrap(text: string): Bootstrap | null {
  const root = parseJson(text);
  if (!isObject(root) || textOf(member(root, 'version'))?.startsWith('1.') !== true) return null;
  const entries = listOf(member(root, 'services')).flatMap((service) => {
    const [blocks, urls] = listOf(service);
    const secure = listOf(urls).flatMap((url) => readBase(textOf(url)));
    return secure.length === 0 ? [] : listOf(blocks).flatMap((block) => ({ text: textOf(block) ?? '', urls: secure }));
  });
  const prefixes = entries.flatMap(({ text: block, urls }) => {
    const prefix = parsePrefix(block);
    return prefix && block.includes('/') ? [{ block: prefixToRange(prefix), urls }] : [];
  });
  const asns = entries.flatMap(({ text: block, urls }) => {
    const [, first, last] = /^(\d{1,10})(?:-(\d{1,10}))?$/.exec(block) ?? [];
    return first === undefined ? [] : [{ block: { first: Number(first), last: Number(last ?? first) }, urls }];
  });
  return prefixes.length + asns.length === 0 ? null : { prefixes, asns };
}

function readBase(text: string | null): string[] {
  if (text === null || !URL.canParse(text) || !text.startsWith('https://')) return [];
  return [text.endsWith('/') ? text : `${text}/`];
}

/** Several files as one. */
export function joinBootstraps(...parts: readonly Bootstrap[]): Bootstrap {
  return { prefixes: parts.flatMap(({ prefixes }) => prefixes), asns: parts.flatMap(({ asns }) => asns) };
}

/** The servers of the longest prefix around an address; none where IANA names nobody. */
export function findBases(bootstrap: Bootstrap, address: Address): readonly string[] {
  const range = addressToRange(address);
  let best: Service<AddressRange> | null = null;
  for (const service of bootstrap.prefixes) {
    if (!rangeContains(service.block, range)) continue;
    if (!best || sizeOf(service.block) < sizeOf(best.block)) best = service;
  }
  return best?.urls ?? [];
}

const sizeOf = ({ first, last }: AddressRange): bigint => last - first;

/** The servers of an AS number. */
export function findAsnBases(bootstrap: Bootstrap, asn: number): readonly string[] {
  return bootstrap.asns.find(({ block }) => block.first <= asn && asn <= block.last)?.urls ?? [];
}
