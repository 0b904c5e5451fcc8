import type { RuleFormat } from '@/lib/model';

/** Commands ready to copy; `check` is null where the tool has no dry run. */
export interface Commands {
  check: string | null;
  load: string;
  takeBack: string;
}

/** What to type for a file: our own words and ids only. */
export function commandsFor(
  format: RuleFormat,
  file: string,
  id: string,
  families: { four: boolean; six: boolean },
): Commands {
  const tools = (command: (tool: string) => string): string =>
    [families.four || !families.six ? command('iptables') : null, families.six ? command('ip6tables') : null]
      .filter((line) => line !== null)
      .join('\n');
  switch (format) {
    case 'nft':
      return {
        check: `nft -c -f ${file}`,
        load: `nft -f ${file}`,
        takeBack: `nft delete table inet ringleader-${id}`,
      };
    case 'iptables':
      return { check: null, load: `sh ${file}`, takeBack: `sed -E 's/ -[AI] INPUT / -D INPUT /' ${file} | sh` };
    case 'sysconfig':
      return {
        check: null,
        load: tools((tool) => `systemctl restart ${tool}`),
        takeBack: tools((tool) => `systemctl restart ${tool}`),
      };
    case 'iptables-restore':
      return {
        check: tools((tool) => `${tool}-restore -n --test < ${file}`),
        load: tools((tool) => `${tool}-restore -n < ${file}`),
        takeBack: tools(
          (tool) =>
            `while ${tool} -D INPUT -j RL-${id} 2>/dev/null; do :; done; ${tool} -F RL-${id}; ${tool} -X RL-${id}`,
        ),
      };
  }
}
