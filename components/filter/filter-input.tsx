'use client';

import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { useWords } from '@/components/ui/language';
import { applyCandidate, completeFilter, parseFilter } from '@/lib/filter';
import { FilterErrors } from './filter-errors';
import { FilterOptions, optionId } from './filter-options';
import { listOptions, type Option } from './suggestions';
import { useSuggestions } from './use-suggestions';

interface Props {
  /** The page that is asked. */
  action: string;
  /** The filter as it is in the URL. */
  value: string;
  /** The other parameters of the URL that stay, as name and value. */
  kept?: ReadonlyArray<readonly [string, string]>;
  /** Where values of the data are asked: `?field=` and `&prefix=` are added. Without it only fixed ones are offered. */
  suggestHref?: string;
}

/** The whole filter as one field, with what can follow at the caret. A form like any other, so that it works without scripts. */
export function FilterInput(props: Props) {
  // A page that was made for another filter begins anew.
  return <FilterForm key={props.value} {...props} />;
}

function FilterForm({ action, value, kept = [], suggestHref }: Props) {
  const { t } = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [caret, setCaret] = useState(value.length);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  // Half a term is no mistake yet: errors are told of what was left or sent.
  const [checked, setChecked] = useState(value);

  const completion = completeFilter(text, caret);
  const { values, failed } = useSuggestions(open ? suggestHref : undefined, completion.field, completion.prefix);
  const options = open ? listOptions(completion, values) : [];
  const current = options[at];
  const shown = open && (options.length > 0 || failed);
  const errors = text === checked ? parseFilter(text).errors : [];
  const [listId, errorId] = [`${id}-list`, `${id}-errors`];

  const readCaret = (element: HTMLInputElement): void => {
    const place = element.selectionStart ?? element.value.length;
    if (place === caret) return;
    setCaret(place);
    setAt(-1);
  };
  const close = (): void => {
    setOpen(false);
    setAt(-1);
  };
  const choose = ({ candidate }: Option): void => {
    const next = applyCandidate(text, completion, candidate);
    // The caret can be placed only in the text that is there.
    flushSync(() => {
      setText(next.text);
      setCaret(next.caret);
      setAt(-1);
      setOpen(candidate.kind === 'field');
    });
    input.current?.focus();
    input.current?.setSelectionRange(next.caret, next.caret);
  };
  const move = (step: 1 | -1): void => {
    setOpen(true);
    if (options.length === 0) return;
    const next = at < 0 && step < 0 ? options.length - 1 : (at + step + options.length) % options.length;
    setAt(next);
    document.getElementById(optionId(listId, next))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While a word is being composed (Japanese), the keys are the input method's.
    if (event.nativeEvent.isComposing) return;
    // Tab takes the first where something is typed, else it leads on; Enter takes only what was gone to, else it sends.
    const byTab = current ?? (completion.prefix === '' ? undefined : options[0]);
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && current) choose(current);
    else if (event.key === 'Tab' && !event.shiftKey && byTab) choose(byTab);
    else if (event.key === 'Escape' && shown) {
      close();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };

  return (
    <form action={action} role="search" aria-label={t('filter.label')} onSubmit={() => setChecked(text)}>
      {kept.map(([name, kept]) => (
        <input key={name} type="hidden" name={name} value={kept} />
      ))}
      <div className="flex items-start gap-2">
        <div className="relative min-w-0 flex-1">
          <input
            ref={input}
            role="combobox"
            name="q"
            aria-label={t('filter.label')}
            aria-expanded={shown}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={current ? optionId(listId, at) : undefined}
            aria-invalid={errors.length > 0 || undefined}
            aria-describedby={errors.length > 0 ? errorId : undefined}
            placeholder={t('filter.placeholder')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setCaret(event.target.selectionStart ?? event.target.value.length);
              setAt(-1);
              setOpen(true);
            }}
            onSelect={(event) => readCaret(event.currentTarget)}
            onKeyDown={onKeyDown}
            onBlur={() => {
              close();
              setChecked(text);
            }}
            className={`min-h-8 w-full rounded-m border bg-sheet px-2.5 py-1 font-mono text-s text-ellipsis max-md:min-h-10 ${errors.length > 0 ? 'border-ink' : 'border-edge'}`}
          />
          {shown ? (
            <FilterOptions id={listId} options={options} at={at} failed={failed} onPoint={setAt} onChoose={choose} />
          ) : null}
        </div>
        <Button type="submit">{t('filter.apply')}</Button>
      </div>
      <p role="status" className="sr-only">
        {open ? t('filter.found', { count: options.length }) : ''}
      </p>
      <FilterErrors id={errorId} text={text} errors={errors} />
    </form>
  );
}
