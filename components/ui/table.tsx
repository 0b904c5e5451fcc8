import type { ComponentProps, ReactNode } from 'react';

interface Props {
  /** Names the table; shown above it, or only to screen readers with `hideCaption`. */
  caption: ReactNode;
  hideCaption?: boolean;
  children: ReactNode;
}

/** A dense table that scrolls inside its own box where it is wider than the page. */
export function Table({ caption, hideCaption = false, children }: Props) {
  return (
    // Reachable by keyboard, since it may scroll; `relative`, or its hidden texts would widen the page.
    <section
      className="edge-fade relative overflow-x-auto"
      aria-label={typeof caption === 'string' ? caption : undefined}
      tabIndex={0}
    >
      <table className="w-full border-collapse text-s">
        <caption className={hideCaption ? 'sr-only' : 'pb-2 text-left text-s font-semibold text-ink-2'}>
          <span className={hideCaption ? '' : 'sticky left-0 inline-block max-w-[calc(100vw-32px)]'}>{caption}</span>
        </caption>
        {children}
      </table>
    </section>
  );
}

/** A column's head. `right` for numbers. */
export function Th({ right = false, className = '', ...rest }: { right?: boolean } & ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      {...rest}
      className={`border-b border-ink pt-1 pr-3 pb-1.5 align-bottom font-medium text-ink-3 last:pr-0 ${right ? 'text-right' : 'text-left'} ${className}`}
    />
  );
}

/** A cell, 32 px high. `right` for numbers. */
export function Td({ right = false, className = '', ...rest }: { right?: boolean } & ComponentProps<'td'>) {
  return (
    <td
      {...rest}
      className={`h-8 border-b border-line py-1 pr-3 last:pr-0 ${right ? 'text-right whitespace-nowrap' : ''} ${className}`}
    />
  );
}

/** A row that `j`, `k` and Enter know; Enter opens its first link. */
export function Row(props: ComponentProps<'tr'>) {
  return <tr data-row tabIndex={-1} {...props} />;
}
