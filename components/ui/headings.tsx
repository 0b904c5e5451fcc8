import type { ReactNode } from 'react';

/** The small heading of a part of a page; `aside` stands at its right end. */
export function SectionHeading({ id, children, aside }: { id?: string; children: ReactNode; aside?: ReactNode }) {
  return (
    <div className="mt-8 mb-2.5 flex flex-wrap items-baseline justify-between gap-x-4">
      <h2 id={id} className="text-s font-semibold text-ink-2">
        {children}
      </h2>
      {aside ? <div className="ml-auto text-s text-ink-3">{aside}</div> : null}
    </div>
  );
}

interface PageHeaderProps {
  /** What kind of thing the page shows, above the title: "Operator · two organisations". */
  kicker?: ReactNode;
  title: ReactNode;
  stamp?: ReactNode;
  /** One to three sentences. */
  lead?: ReactNode;
  /** Buttons; at most one of them is the seal. */
  actions?: ReactNode;
}

/** The head of a page: what it is, its name, the verdict, what we know in a sentence, what to do. */
export function PageHeader({ kicker, title, stamp, lead, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 lg:flex-1">
        {kicker ? <p className="text-s text-ink-3">{kicker}</p> : null}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h1 className="min-w-0">{title}</h1>
          {stamp}
        </div>
        {lead ? <p className="mt-2.5 max-w-[68ch] text-l leading-normal text-ink-2 max-md:text-m">{lead}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-1.5">{actions}</div> : null}
    </header>
  );
}
