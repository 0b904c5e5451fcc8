import type { ReactNode } from 'react';

/** A person's verdict, as a seal on the page. Rejections are plain and dashed: red is for what was confirmed. */
export function Stamp({ verdict, children }: { verdict: 'confirmed' | 'rejected'; children: ReactNode }) {
  return (
    <span className="stamp" data-verdict={verdict}>
      {children}
    </span>
  );
}
