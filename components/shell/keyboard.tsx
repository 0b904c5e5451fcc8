'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useRef } from 'react';
import { travelHref } from '@/components/filter/travel-href';
import { isTyping, moveRow, openRow, pressKey } from './key-actions';
import { KeyHelp } from './key-help';
import { PAGES } from './pages';

const GO_MS = 1500;
const PRESSED = new Set(['y', 'n', 'e', 'b', 's', 'u']);

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('#search');
  field?.focus();
  field?.select();
  return field !== null;
}

function toggle(dialog: HTMLDialogElement | null): boolean {
  if (dialog?.open) dialog.close();
  else dialog?.showModal();
  return dialog !== null;
}

/** The keys of the house. With `single` false only Ctrl-K works (single letters disturb some ways of typing). */
export function Keyboard({ single, palette }: { single: boolean; palette: RefObject<HTMLDialogElement | null> }) {
  const router = useRouter();
  const help = useRef<HTMLDialogElement>(null);
  const wentAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    const act = (event: KeyboardEvent): boolean => {
      const { key } = event;
      if ((event.ctrlKey || event.metaKey) && !event.altKey && key.toLowerCase() === 'k')
        return toggle(palette.current);
      if (!single || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return false;
      if (document.querySelector('dialog:modal')) return false;
      const going = event.timeStamp - wentAt.current < GO_MS;
      wentAt.current = Number.NEGATIVE_INFINITY;
      if (going) {
        const page = PAGES.find(({ letter }) => letter === key);
        if (page) router.push(travelHref(page.href, location.pathname, new URLSearchParams(location.search)));
        return page !== undefined;
      }
      if (key === '/') return focusSearch();
      if (key === '?') help.current?.showModal();
      else if (key === 'j') moveRow(1);
      else if (key === 'k') moveRow(-1);
      else if (key === 'g') wentAt.current = event.timeStamp;
      else if (key === 'Enter') return openRow();
      else return PRESSED.has(key) && pressKey(key);
      return true;
    };
    const onKey = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && act(event)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [router, single, palette]);

  return <KeyHelp dialog={help} single={single} />;
}
