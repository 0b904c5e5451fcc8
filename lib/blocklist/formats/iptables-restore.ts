import { joinLines, readRuleLines, type RuleWriter } from './format';
import { familyFlags, MATCH_AND_TARGET, matchAndTarget, placeFlag, restoreTools } from './iptables-rule';

const CHAIN = 'RL-[0-9a-z-]{1,25}';
const RULE = new RegExp(`^(?:-[46] )?-A ${CHAIN} ${MATCH_AND_TARGET}$`);
const FRAME = [
  /^\*filter$/,
  new RegExp(`^:${CHAIN} - \\[0:0\\]$`),
  new RegExp(`^-[AI] INPUT -j ${CHAIN}$`),
  /^COMMIT$/,
];

/** A chain's name has at most 28 characters; a longer id is cut and told apart by a checksum (FNV-1a). */
export function chainName(id: string): string {
  if (id.length <= 25) return `RL-${id}`;
  let sum = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) sum = Math.imul(sum ^ id.charCodeAt(i), 0x01000193) >>> 0;
  return `RL-${id.slice(0, 16)}-${sum.toString(16).padStart(8, '0')}`;
}

/**
 * A file for `iptables-restore -n`: a chain of its own beside the admin's rules, replaced as a whole
 * each time the file is loaded.
 */
export const iptablesRestore: RuleWriter = {
  id: 'iptables-restore',
  ending: '.rules',
  mediaType: 'text/plain; charset=utf-8',
  hasPlace: true,
  write: (prefixes, options) => {
    const chain = chainName(options.id);
    const flag = familyFlags(prefixes);
    return joinLines([
      `# Ringleader block list ${options.id}`,
      ...restoreTools(prefixes).map((tool) => `# Load with: ${tool} -n FILE (without -n all other rules are lost)`),
      '# Loading it again replaces the chain. The second jump in INPUT that this leaves does no harm.',
      '*filter',
      `:${chain} - [0:0]`,
      ...prefixes.map((prefix) => `${flag(prefix)}-A ${chain} ${matchAndTarget(prefix, options)}`),
      `${placeFlag(options)} INPUT -j ${chain}`,
      'COMMIT',
    ]);
  },
  readBack: (text) => readRuleLines(text, RULE, FRAME),
};
