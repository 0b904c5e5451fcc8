import type { ReactNode } from 'react';
import { CopyButton } from './copy-button';

interface Props {
  title: ReactNode;
  /** Why there is nothing, and what to do next. */
  sentence: ReactNode;
  /** True where this is all the page has: the title becomes its heading. */
  heading?: boolean;
  /** Buttons for the next step. */
  action?: ReactNode;
  /** The exact command, ready to copy. */
  command?: string;
}

/** What stands where a list would be, while there is nothing to list. */
export function Empty({ title, sentence, heading = false, action, command }: Props) {
  return (
    <div className={`max-w-[68ch] ${heading ? '' : 'border-t border-ink py-6'}`}>
      {heading ? <h1>{title}</h1> : <p className="text-l font-semibold">{title}</p>}
      <div className="mt-2 text-ink-2">{sentence}</div>
      {command ? (
        <div className="mt-4 flex flex-wrap items-start gap-2">
          <code className="log min-w-[min(100%,16rem)] flex-1 !px-3 !py-1.5">{command}</code>
          <CopyButton text={command} />
        </div>
      ) : null}
      {action ? <div className="mt-4 flex flex-wrap gap-2">{action}</div> : null}
    </div>
  );
}
