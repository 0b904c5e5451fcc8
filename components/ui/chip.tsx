import type { ReactNode } from 'react';

/** A small word with a line around it: a state, a family, a source. `dashed` says "pasted or offline". */
export function Chip({ dashed = false, children }: { dashed?: boolean; children: ReactNode }) {
  return (
    <span
      className={`inline-block rounded-s border px-1.5 text-xs leading-5 whitespace-nowrap text-ink-2 ${dashed ? 'border-dashed border-edge' : 'border-line-2'}`}
    >
      {children}
    </span>
  );
}
