'use client';

import { CopyButton } from '@/components/ui/copy-button';
import { useWords } from '@/components/ui/language';
import type { RuleFormat } from '@/lib/model';

interface Commands {
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

interface Props {
  format: RuleFormat;
  commands: Commands;
}

/** How a file is checked, loaded and taken back, each with what it does and the command for it. */
export function RuleCommands({ format, commands }: Props) {
  const { t } = useWords();
  const steps = [
    { name: 'check', command: commands.check },
    { name: 'load', command: commands.load },
    { name: 'take-back', command: commands.takeBack },
  ] as const;
  return (
    <ol className="grid gap-4">
      {steps.map(({ name, command }) =>
        command === null ? null : (
          <li key={name}>
            <p className="mb-1.5 max-w-[68ch] text-s">
              <b>{t(`page.block-lists.step.${name}`)}</b>{' '}
              {name === 'check' ? t('page.block-lists.check.does') : t(`page.block-lists.${name}.${format}`)}
            </p>
            <div className="flex flex-wrap items-start gap-2">
              <code className="log min-w-0 flex-1 !px-3 !py-1.5">{command}</code>
              <CopyButton text={command} />
            </div>
          </li>
        ),
      )}
    </ol>
  );
}
