import { type Family, formatPrefix, type Prefix, type RuleOptions } from '@/lib/model';
import { joinLines, ofFamily, readRuleLines, type RuleWriter } from './format';

const PORTS = 'tcp dport { 25, 465, 587 } ';
const ELEMENT = /^\t\t\t([0-9a-f.:]+\/\d+),?$/;
const TABLE = 'table inet ringleader-[0-9a-z-]{1,40}';
const FRAME = [
  new RegExp(`^(?:delete )?${TABLE}$`),
  new RegExp(`^${TABLE} \\{$`),
  /^\tset block[46] \{$/,
  /^\t\ttype ipv[46]_addr$/,
  /^\t\tflags interval$/,
  /^\t\telements = \{$/,
  /^\tchain input \{$/,
  /^\t\ttype filter hook input priority -10; policy accept;$/,
  /^\t\t(?:tcp dport \{ 25, 465, 587 \} )?ip6? saddr @block[46] counter (?:drop|reject with icmpx type admin-prohibited)$/,
  /^\t{0,2}\}$/,
];

function setLines(family: Family, prefixes: readonly Prefix[]): string[] {
  const elements = ofFamily(prefixes, family).map(formatPrefix);
  return [
    `\tset block${family} {`,
    `\t\ttype ipv${family}_addr`,
    '\t\tflags interval',
    // nft takes an empty `elements = { }` for a syntax error.
    ...(elements.length === 0
      ? []
      : [
          '\t\telements = {',
          ...elements.map((text, i) => `\t\t\t${text}${i < elements.length - 1 ? ',' : ''}`),
          '\t\t}',
        ]),
    '\t}',
  ];
}

function ruleLine(family: Family, { ports, action }: RuleOptions): string {
  const narrow = { all: '', mail: PORTS }[ports];
  const verdict = { reject: 'reject with icmpx type admin-prohibited', drop: 'drop' }[action];
  return `\t\t${narrow}${family === 4 ? 'ip' : 'ip6'} saddr @block${family} counter ${verdict}`;
}

/**
 * An nftables file with a table of its own, replaced in one transaction however often it is loaded.
 * The table is named before it is deleted, since deleting an absent one fails (nft 1.0.6 has no `destroy`).
 */
export const nft: RuleWriter = {
  id: 'nft',
  ending: '.nft',
  mediaType: 'text/plain; charset=utf-8',
  hasPlace: false,
  write: (prefixes, options) => {
    const table = `table inet ringleader-${options.id}`;
    return joinLines([
      `# Ringleader block list ${options.id}`,
      '# Load with: nft -f FILE (as often as you like, other tables stay as they are)',
      table,
      `delete ${table}`,
      `${table} {`,
      ...setLines(4, prefixes),
      ...setLines(6, prefixes),
      '\tchain input {',
      '\t\ttype filter hook input priority -10; policy accept;',
      ruleLine(4, options),
      ruleLine(6, options),
      '\t}',
      '}',
    ]);
  },
  readBack: (text) => readRuleLines(text, ELEMENT, FRAME),
};
