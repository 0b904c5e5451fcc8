'use client';

import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Visible } from '@/components/ui/visible';
import { isMessageKey } from '@/lib/messages';
import type { Option } from './suggestions';

interface Props {
  id: string;
  options: readonly Option[];
  /** The line that the arrows are on; -1 for none. */
  at: number;
  failed: boolean;
  onPoint: (index: number) => void;
  onChoose: (option: Option) => void;
}

/** The id of a line, for `aria-activedescendant`. */
export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

/** The list under the filter field. The focus stays in the field. */
export function FilterOptions({ id, options, at, failed, onPoint, onChoose }: Props) {
  const { t } = useWords();
  return (
    <div
      className="absolute inset-x-0 top-full z-10 mt-1 rounded-m border border-edge bg-sheet p-1"
      // A press on the list must not take the focus out of the field, which would close it.
      onPointerDown={(event) => event.preventDefault()}
    >
      <ul id={id} role="listbox" aria-label={t('filter.candidates')} className="max-h-[40dvh] overflow-y-auto">
        {options.map((option, index) => (
          <li
            key={option.candidate.text}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === at}
            onPointerMove={() => onPoint(index)}
            onClick={() => onChoose(option)}
            className="flex min-h-8 cursor-pointer items-baseline gap-3 rounded-m px-2.5 py-1 text-s aria-selected:bg-sunk max-md:min-h-10"
          >
            <Mono text={option.candidate.text} shorten={60} />
            <OptionNote option={option} />
          </li>
        ))}
      </ul>
      {failed ? <p className="px-2.5 py-1 text-s text-ink-3">{t('filter.failed')}</p> : null}
    </div>
  );
}

function OptionNote({ option: { candidate, label, count } }: { option: Option }) {
  const { t } = useWords();
  const { explanation } = candidate;
  const said = explanation !== null && isMessageKey(explanation) ? t(explanation) : (label ?? '');
  return (
    <>
      <span className="min-w-0 flex-1 break-words text-ink-3">
        <Visible text={said} />
      </span>
      {count === undefined ? null : <span className="text-ink-3">{t('filter.count', { count })}</span>}
    </>
  );
}
