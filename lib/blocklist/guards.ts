import {
  type AddressRange,
  addressToRange,
  formatRange,
  type Guard,
  message,
  parseAddress,
  parseRange,
  rangesOverlap,
  SPECIAL_RANGES,
  UserError,
} from '@/lib/model';

/** Documentation and benchmark ranges harm nobody when blocked: a notice, no guard. */
const HARMLESS = new Set(['documentation', 'benchmark']);

/** What RFC 6890 sets aside and the model's table of special blocks leaves out, as it routes in part. */
const RESERVED_TOO = ['192.88.99.0/24', '::ffff:0:0/96', '64:ff9b::/96', '2001::/23', '2002::/16'];

function reservedRange(text: string): AddressRange {
  // Read by hand: a text in ::ffff:0:0/96 is an IPv4 address to parseRange.
  if (text === '::ffff:0:0/96') return { family: 6, first: 0xffff00000000n, last: 0xffffffffffffn };
  const range = parseRange(text);
  if (!range) throw new Error(`the table of reserved blocks holds ${text}`);
  return range;
}

/** What nobody's list may hold: private, loopback, link-local, multicast and reserved blocks. */
export const BUILT_IN_GUARDS: readonly Guard[] = [
  ...SPECIAL_RANGES.filter(({ purpose }) => !HARMLESS.has(purpose)).map(({ text, purpose, range }) => ({
    range,
    reason: message(`blocklist.guard.${purpose}`, { range: text }),
  })),
  ...RESERVED_TOO.map((text) => ({
    range: reservedRange(text),
    reason: message('blocklist.guard.reserved', { range: text }),
  })),
];

/** The special blocks that are blocked with a notice only. */
export const HARMLESS_RANGES = SPECIAL_RANGES.filter(({ purpose }) => HARMLESS.has(purpose));

/** What belongs to the user, as text: addresses, and networks also as CIDR blocks or `a - b`. */
export interface OwnData {
  ownNetworks: readonly string[];
  /** The address the user is connected from; null where there is none, as on the command line. */
  clientAddress: string | null;
  /** The machine's own. */
  localAddresses: readonly string[];
  resolvers: readonly string[];
  /** Mail servers one exchanges mail with. */
  mxPeers: readonly string[];
}

/**
 * Guards for what belongs to the user, each with its reason.
 * @throws UserError `bad-input` for a text that is no address or network: a guard must not vanish.
 */
export function ownGuards(own: OwnData): Guard[] {
  const network = (text: string): AddressRange | null => parseRange(text);
  const address = (text: string): AddressRange | null => {
    const parsed = parseAddress(text.trim());
    return parsed && addressToRange(parsed);
  };
  const guards = (texts: readonly string[], key: string, read: typeof network): Guard[] =>
    texts.map((text) => {
      const range = read(text);
      if (!range) throw new UserError('bad-input', message('blocklist.guard.unreadable', { text }));
      return { range, reason: message(`blocklist.guard.${key}`, { range: formatRange(range) }) };
    });
  return [
    ...guards(own.clientAddress === null ? [] : [own.clientAddress], 'client', address),
    ...guards(own.ownNetworks, 'own-network', network),
    ...guards(own.localAddresses, 'local', address),
    ...guards(own.resolvers, 'resolver', address),
    ...guards(own.mxPeers, 'mx-peer', address),
  ];
}

/** The first guard that shares an address with the range, the user's own before the built-in ones. */
export function findGuard(range: AddressRange, own: readonly Guard[]): Guard | null {
  const whole = { family: range.family, first: 0n, last: range.family === 4 ? 0xffffffffn : (1n << 128n) - 1n };
  if (range.first === whole.first && range.last === whole.last) {
    return { range: whole, reason: message('blocklist.guard.everything', { range: formatRange(whole) }) };
  }
  const overlaps = (guard: Guard): boolean => rangesOverlap(guard.range, range);
  return own.find(overlaps) ?? BUILT_IN_GUARDS.find(overlaps) ?? null;
}
