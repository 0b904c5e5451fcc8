import type { RuleWriter } from './format';
import { iptables } from './iptables';
import { iptablesRestore } from './iptables-restore';
import { nft } from './nft';
import { sysconfig } from './sysconfig';

/** Every rule format, in the order they are offered. Each has golden files in `../fixtures`. */
export const RULE_WRITERS: readonly RuleWriter[] = [nft, iptables, sysconfig, iptablesRestore];
