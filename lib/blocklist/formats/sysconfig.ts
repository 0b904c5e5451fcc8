import { joinLines, readRuleLines, type RuleWriter } from './format';
import { familyFlags, MATCH_AND_TARGET, matchAndTarget, placeFlag, restoreTools } from './iptables-rule';

const RULE = new RegExp(`^(?:-[46] )?-[AI] INPUT ${MATCH_AND_TARGET}$`);

/**
 * Lines to put into /etc/sysconfig/iptables, above its COMMIT. They are no file of their own, so that
 * nobody loads them over the rules that are there.
 */
export const sysconfig: RuleWriter = {
  id: 'sysconfig',
  ending: '.sysconfig',
  mediaType: 'text/plain; charset=utf-8',
  hasPlace: true,
  write: (prefixes, options) => {
    const files = restoreTools(prefixes).map((tool) => `/etc/sysconfig/${tool.replace('-restore', '')}`);
    const flag = familyFlags(prefixes);
    return joinLines([
      `# Ringleader block list ${options.id}`,
      `# Put these lines above COMMIT in the *filter part of ${files.join(' and ')}`,
      ...prefixes.map((prefix) => `${flag(prefix)}${placeFlag(options)} INPUT ${matchAndTarget(prefix, options)}`),
    ]);
  },
  readBack: (text) => readRuleLines(text, RULE, []),
};
