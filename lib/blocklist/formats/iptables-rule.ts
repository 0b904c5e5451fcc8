import { formatPrefix, type Prefix, type RuleOptions } from '@/lib/model';
import { MAIL_PORTS } from './format';

/** `-A` or `-I`. */
export function placeFlag({ place }: RuleOptions): string {
  return { append: '-A', insert: '-I' }[place];
}

/** `-s PREFIX -j REJECT`, narrowed to the mail ports where asked for. */
export function matchAndTarget(prefix: Prefix, { ports, action }: RuleOptions): string {
  const narrow = { all: '', mail: ` -p tcp -m multiport --dports ${MAIL_PORTS}` }[ports];
  return `-s ${formatPrefix(prefix)}${narrow} -j ${{ reject: 'REJECT', drop: 'DROP' }[action]}`;
}

/** The tail of a rule, for reading back; its group is the prefix. */
export const MATCH_AND_TARGET = `-s ([0-9a-f.:]+/\\d+)(?: -p tcp -m multiport --dports ${MAIL_PORTS})? -j (?:REJECT|DROP)`;

/**
 * `-4 ` or `-6 ` before each rule where a file holds both families: iptables-restore and
 * ip6tables-restore then each skip the other's lines, so that one file serves both. A file of one
 * family has the plain form.
 */
export function familyFlags(prefixes: readonly Prefix[]): (prefix: Prefix) => string {
  const isMixed = prefixes.some(({ family }) => family !== prefixes[0]?.family);
  return ({ family }) => (isMixed ? `-${family} ` : '');
}

/** Which tools a file is for, as words of a comment. */
export function restoreTools(prefixes: readonly Prefix[]): string[] {
  const tools: string[] = [];
  if (prefixes.length === 0 || prefixes.some(({ family }) => family === 4)) tools.push('iptables-restore');
  if (prefixes.some(({ family }) => family === 6)) tools.push('ip6tables-restore');
  return tools;
}
