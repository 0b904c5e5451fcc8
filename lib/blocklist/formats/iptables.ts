import { joinLines, readRuleLines, type RuleWriter } from './format';
import { MATCH_AND_TARGET, matchAndTarget, placeFlag } from './iptables-rule';

const RULE = new RegExp(`^ip6?tables -[AI] INPUT ${MATCH_AND_TARGET}$`);

/** A shell script of iptables and ip6tables commands; it stops at the first that fails. */
export const iptables: RuleWriter = {
  id: 'iptables',
  ending: '.sh',
  mediaType: 'text/plain; charset=utf-8',
  hasPlace: true,
  write: (prefixes, options) =>
    joinLines([
      '#!/bin/sh',
      `# Ringleader block list ${options.id}`,
      '# Run it once as root: each run adds all rules again.',
      'set -e',
      ...prefixes.map((prefix) => {
        const command = prefix.family === 4 ? 'iptables' : 'ip6tables';
        return `${command} ${placeFlag(options)} INPUT ${matchAndTarget(prefix, options)}`;
      }),
    ]),
  readBack: (text) => readRuleLines(text, RULE, [/^#!\/bin\/sh$/, /^set -e$/]),
};
