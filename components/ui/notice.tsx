'use client';

import type { ReactNode } from 'react';
import { useWords } from './language';

interface Props {
  /** `error` where something failed: it is read out at once. */
  tone?: 'plain' | 'error';
  /** What, where and what to do. */
  children: ReactNode;
  /** The technical text, one click away. */
  technical?: string;
  action?: ReactNode;
}

/** Something to know about this page, or what went wrong on it. */
export function Notice({ tone = 'plain', children, technical, action }: Props) {
  const { t } = useWords();
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      className={`my-4 flex max-w-[80ch] flex-wrap items-start justify-between gap-3 py-1 pl-3 ${tone === 'error' ? 'border-l-3 border-ink text-ink' : 'border-l-2 border-line-2 text-ink-2'}`}
    >
      <div className="min-w-[min(100%,18rem)] flex-1">
        {children}
        {technical ? (
          <details className="mt-1 text-s">
            <summary className="text-ink-3">{t('ui.technical')}</summary>
            <pre className="log mt-1">{technical}</pre>
          </details>
        ) : null}
      </div>
      {action}
    </div>
  );
}
