'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { travelHref } from '@/components/filter/travel-href';
import { useWords } from '@/components/ui/language';
import { matchEntries, paletteEntries, type PaletteEntry } from './palette-entries';
import { PreferenceForm } from './preference-form';
import type { Theme } from './theme-switch';

const buttonOf = ({ id }: PaletteEntry): string => `palette-press-${id}`;

/** Ctrl-K: one field from which every page, the preferences and the search are reached without a mouse. */
export function Palette({ dialog, theme }: { dialog: RefObject<HTMLDialogElement | null>; theme: Theme }) {
  const { t, language } = useWords();
  const router = useRouter();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const all = paletteEntries(language, theme);
  const question = text.trim();
  const entries = matchEntries(all, text);
  if (question !== '') {
    const href = `/search?q=${encodeURIComponent(question)}`;
    const label = t('palette.search', { text: question });
    entries.push({ id: 'search', label, also: '', keys: '', act: { kind: 'go', href } });
  }
  const current = entries[at];

  const write = (value: string): void => {
    setText(value);
    setAt(0);
  };
  const choose = (entry: PaletteEntry): void => {
    dialog.current?.close();
    if (entry.act.kind === 'go')
      router.push(travelHref(entry.act.href, location.pathname, new URLSearchParams(location.search)));
    else document.getElementById(buttonOf(entry))?.click();
  };
  const moveTo = (index: number): void => {
    const next = (index + entries.length) % entries.length;
    setAt(next);
    document.getElementById(`palette-${entries[next]?.id ?? ''}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While a word is being composed (Japanese), the keys are the input method's.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') moveTo(at + 1);
    else if (event.key === 'ArrowUp') moveTo(at - 1);
    else if (event.key === 'Enter' && current) choose(current);
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      aria-label={t('palette.title')}
      className="mt-[12dvh] w-[min(560px,calc(100vw-32px))] rounded-m p-2"
      onClose={() => write('')}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <input
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={current ? `palette-${current.id}` : undefined}
        aria-label={t('palette.title')}
        placeholder={t('palette.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        className="mb-2 min-h-10 w-full rounded-m border border-edge bg-sheet px-2.5 py-1"
      />
      <ul id="palette-list" role="listbox" aria-label={t('palette.title')} className="max-h-[60dvh] overflow-y-auto">
        {entries.map((entry, index) => (
          <li
            key={entry.id}
            id={`palette-${entry.id}`}
            role="option"
            aria-selected={index === at}
            onPointerMove={() => setAt(index)}
            onClick={() => choose(entry)}
            className="flex min-h-8 cursor-pointer items-center justify-between gap-4 rounded-m px-2.5 py-1 text-s aria-selected:bg-sunk aria-selected:font-medium"
          >
            <span className="min-w-0 break-words">{entry.label}</span>
            {entry.keys ? <kbd aria-hidden>{entry.keys}</kbd> : null}
          </li>
        ))}
      </ul>
      <div hidden>
        {all.map((entry) =>
          entry.act.kind === 'prefer' ? (
            <PreferenceForm key={entry.id} name={entry.act.name} value={entry.act.value} id={buttonOf(entry)}>
              {entry.label}
            </PreferenceForm>
          ) : null,
        )}
      </div>
    </dialog>
  );
}
