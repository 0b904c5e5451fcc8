'use client';

import { CopyButton } from '@/components/ui/copy-button';
import { useWords } from '@/components/ui/language';
import type { RuleFormat } from '@/lib/model';
import type { Commands } from './commands-for';

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
