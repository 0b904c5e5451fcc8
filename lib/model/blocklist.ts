import type { AddressRange, Prefix } from './address';
import type { Message } from './message';

export type RuleFormat = 'nft' | 'iptables' | 'sysconfig' | 'iptables-restore';

export interface RuleOptions {
  /** iptables: append behind the existing rules, or insert before them. */
  place: 'append' | 'insert';
  action: 'reject' | 'drop';
  /** Mail: tcp 25, 465, 587. */
  ports: 'mail' | 'all';
  /** Our own id, `[0-9a-z-]` only, to find the rules again. Never a stranger's text. */
  id: string;
}

/** Something that must never be blocked, and the sentence that says why. */
export interface Guard {
  range: AddressRange;
  reason: Message;
}

/** A block list: what is in it, and what was refused with its reason. */
export interface BlockList {
  prefixes: readonly Prefix[];
  refused: ReadonlyArray<{ prefix: Prefix; guard: Guard }>;
  /** Harmless oddities, such as documentation ranges. */
  notices: readonly Message[];
}
