'use client';

import { Link } from './link';
import { useRouter } from 'next/navigation';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { buttonStyle } from './button-style';
import { useWords } from './language';

interface Props {
  title: ReactNode;
  /** The page without the drawer: where closing leads. */
  closeHref: string;
  children: ReactNode;
}

/**
 * A panel over the page, open while the URL says so: the page renders it where `?evidence=…` is set.
 * Works without scripts (an open, non-modal dialog); with them it is modal, Esc closes it and the
 * focus goes back to where it came from.
 */
export function Drawer({ title, closeHref, children }: Props) {
  const { t } = useWords();
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.removeAttribute('open');
    element.showModal();
    // Closing before the element goes gives the focus back to the mark that opened it.
    return () => element.close();
  }, []);

  const leave = (): void => router.push(closeHref, { scroll: false });
  return (
    <dialog
      ref={dialog}
      open
      className="drawer"
      aria-labelledby="drawer-title"
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) leave();
      }}
    >
      <div className="min-h-full px-8 pb-12 max-md:px-4">
        <header className="sticky top-0 z-10 -mx-8 flex items-center justify-between gap-4 border-b border-line bg-sheet px-8 py-3 max-md:-mx-4 max-md:px-4">
          <h2 id="drawer-title" className="text-m font-semibold">
            {title}
          </h2>
          <Link href={closeHref} scroll={false} className={buttonStyle('plain')}>
            {t('ui.close')}{' '}
            <kbd aria-hidden className="max-md:hidden">
              Esc
            </kbd>
          </Link>
        </header>
        {children}
      </div>
    </dialog>
  );
}
