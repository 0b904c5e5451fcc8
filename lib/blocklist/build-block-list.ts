import {
  type AddressRange,
  type BlockList,
  formatPrefix,
  type Guard,
  type Message,
  message,
  type Prefix,
  prefixToRange,
  rangesOverlap,
  rangeToPrefixes,
} from '@/lib/model';
import { aggregate } from './aggregate';
import { findGuard, HARMLESS_RANGES } from './guards';

/** Blocks wider than these are rarely one operator's: worth a second look, no refusal. */
const WIDE = { 4: 12, 6: 20 } as const;

/**
 * A block list of exactly these ranges, without those that a guard refuses.
 *
 * Each range is judged as the CIDR blocks it consists of, before aggregation: so a refused block
 * takes no innocent neighbour with it, and the reason names the block that the registry named.
 * The built-in guards always apply; `guards` are the user's own and are named first.
 */
export function buildBlockList(ranges: readonly AddressRange[], guards: readonly Guard[]): BlockList {
  const kept: AddressRange[] = [];
  const refused = new Map<string, { prefix: Prefix; guard: Guard }>();
  for (const prefix of ranges.flatMap(rangeToPrefixes)) {
    const range = prefixToRange(prefix);
    const guard = findGuard(range, guards);
    if (guard) refused.set(formatPrefix(prefix), { prefix, guard });
    else kept.push(range);
  }
  const prefixes = aggregate(kept);
  return { prefixes, refused: [...refused.values()], notices: findNotices(prefixes) };
}

function findNotices(prefixes: readonly Prefix[]): Message[] {
  const notices: Message[] = [];
  for (const { text, purpose, range } of HARMLESS_RANGES) {
    const inside = prefixes.filter((prefix) => rangesOverlap(prefixToRange(prefix), range));
    const first = inside[0];
    if (!first) continue;
    const params = { prefix: formatPrefix(first), count: inside.length, range: text };
    notices.push(message(`blocklist.notice.${purpose}`, params));
  }
  for (const prefix of prefixes) {
    if (prefix.length < WIDE[prefix.family]) {
      notices.push(message('blocklist.notice.wide', { prefix: formatPrefix(prefix) }));
    }
  }
  return notices;
}
