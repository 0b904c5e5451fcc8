'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, memo, useMemo, useRef, useState } from 'react';
import { hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { useWords } from '@/components/ui/language';
import { formatNumber } from '@/lib/messages';
import { ColumnChoice, useColumns } from './column-choice';
import { EventCell } from './event-cells';
import { EVENT_COLUMNS, type EventView } from './event-view';
import { type Narrow, narrower } from './narrower';
import { useEventRows } from './use-event-rows';
import { ROW_HEIGHT, useWindow } from './use-window';

interface Props {
  total: number;
  /** The first rows, as the page came with them. */
  first: readonly EventView[];
  /** The filter and the order, as in the URL. */
  query: string;
  params: PageParams;
  filter: string;
}

/** Rows drawn above and below what is in view. */
const MARGIN = 8;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** All refusals that were found, as a table that is scrolled through whatever its length. Enter opens a row. */
export function EventGrid({ total, first, query, params, filter }: Props) {
  const { t, language } = useWords();
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [columns, setColumns] = useColumns();
  const { height, top, fits, show } = useWindow(box, total);
  const from = Math.max(0, Math.floor(top) - MARGIN);
  const to = Math.min(total - 1, Math.floor(top) + fits + MARGIN);
  const { rowAt, failed } = useEventRows({ query, total, first }, from, to);
  // Rows that stay in view are drawn once: what they are given stays the same.
  const shown = useMemo(() => EVENT_COLUMNS.filter(({ name }) => columns.includes(name)), [columns]);
  const template = useMemo(() => ({ gridTemplateColumns: shown.map(({ width }) => width).join(' ') }), [shown]);
  const links = useMemo(
    () => ({
      narrow: narrower(params, filter),
      open: (id: number): string => hrefWith('/events', params, { evidence: `event:${id}` }),
    }),
    [params, filter],
  );

  const goTo = (row: number): void => {
    const target = Math.min(Math.max(row, 0), total - 1);
    setActive(target);
    show(target);
    // Focused once it is drawn.
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[aria-rowindex="${target + 2}"]`)?.focus());
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Readonly<Record<string, number>> = {
      PageDown: active + fits,
      PageUp: active - fits,
      Home: 0,
      End: total - 1,
    };
    const step = STEPS[event.key];
    const row = step === undefined ? moves[event.key] : active + step;
    const event_ = rowAt(active);
    if (row !== undefined) goTo(row);
    else if ((event.key === 'Enter' || event.key === 'e') && event_ && event.target instanceof HTMLDivElement)
      router.push(links.open(event_.id), { scroll: false });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  return (
    <div className="min-w-0">
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-3 text-s text-ink-3">
        <span>
          {t('page.events.window', {
            from: total === 0 ? 0 : Math.floor(top) + 1,
            to: Math.min(total, Math.floor(top) + fits),
            total,
          })}
          {failed ? <span role="alert"> · {t('page.events.unreachable')}</span> : null}
        </span>
        <ColumnChoice chosen={columns} choose={setColumns} />
      </div>
      <div className="overflow-x-auto border-y border-line-2">
        <div
          role="table"
          aria-label={t('page.events.title')}
          aria-rowcount={total + 1}
          className="min-w-[720px] text-s"
          onKeyDown={press}
        >
          <div role="row" aria-rowindex={1} className="grid gap-3 border-b border-ink py-1 text-ink-3" style={template}>
            {shown.map(({ name }) => (
              <span key={name} role="columnheader" className="font-medium">
                {t(`page.events.${name}`)}
              </span>
            ))}
          </div>
          <div
            ref={box}
            role="rowgroup"
            tabIndex={0}
            aria-label={t('page.events.scroll', { total: formatNumber(total, language) })}
            className="relative overflow-y-auto outline-offset-[-2px]"
            style={{ height: `min(${Math.max(1, total) * ROW_HEIGHT}px, 62vh)` }}
          >
            <div role="presentation" style={{ height }}>
              <div
                role="presentation"
                className="sticky top-0 h-0 overflow-visible"
                style={{ transform: `translateY(${(from - top) * ROW_HEIGHT}px)` }}
              >
                {rows.map((index) => (
                  <GridRow
                    key={index}
                    index={index}
                    event={rowAt(index)}
                    columns={shown}
                    template={template}
                    links={links}
                    active={index === active}
                    focus={setActive}
                  />
                ))}
              </div>
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}

interface RowProps {
  index: number;
  event: EventView | undefined;
  columns: ReadonlyArray<(typeof EVENT_COLUMNS)[number]>;
  template: { gridTemplateColumns: string };
  links: { narrow: Narrow; open: (id: number) => string };
  active: boolean;
  focus: (index: number) => void;
}

const GridRow = memo(function GridRow({ index, event, columns, template, links, active, focus }: RowProps) {
  return (
    <div
      role="row"
      data-row
      aria-rowindex={index + 2}
      tabIndex={active ? 0 : -1}
      onFocus={() => focus(index)}
      className="grid items-center gap-3 border-b border-line focus:bg-sunk"
      style={{ ...template, height: ROW_HEIGHT }}
    >
      {columns.map(({ name }) => (
        <span key={name} role="cell" className="min-w-0 truncate">
          {event ? (
            <EventCell column={name} event={event} narrow={links.narrow} href={links.open(event.id)} />
          ) : (
            <span aria-hidden className="inline-block h-3 w-2/3 bg-line" />
          )}
        </span>
      ))}
    </div>
  );
});
