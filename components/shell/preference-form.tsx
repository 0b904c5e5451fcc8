'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';

interface Props {
  /** The setting and its new value: `lang` en or ja, `theme` light, dark or auto, `keys` on or off. */
  name: 'lang' | 'theme' | 'keys';
  value: string;
  /** In what language the button is written, where it is not the page's. */
  lang?: string;
  label?: string;
  /** Of the button, for what presses it from elsewhere. */
  id?: string;
  className?: string;
  children: ReactNode;
}

/** One button that sets a preference and comes back to this page, with or without scripts. */
export function PreferenceForm({ name, value, lang, label, id, className, children }: Props) {
  const pathname = usePathname();
  const query = useSearchParams().toString();
  return (
    <form action="/preferences" method="post">
      <input type="hidden" name="back" value={query ? `${pathname}?${query}` : pathname} />
      <button
        type="submit"
        id={id}
        name={name}
        value={value}
        lang={lang}
        aria-label={label}
        className={
          className ??
          'min-h-8 rounded-m border border-line-2 px-2.5 py-1 text-s whitespace-nowrap text-ink-2 hover:border-edge hover:text-ink max-md:min-h-10'
        }
      >
        {children}
      </button>
    </form>
  );
}
