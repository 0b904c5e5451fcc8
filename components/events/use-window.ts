'use client';

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';

/** Px. */
export const ROW_HEIGHT = 32;
/** Browsers place nothing beyond some 17 to 33 million px; a list that would be higher is scrolled in proportion. */
const HIGHEST = 8_000_000;

/** What of a long list is in view. */
export interface ListWindow {
  /** Px of what is scrolled. */
  height: number;
  /** The row at the top, with the part of it that is scrolled away. */
  top: number;
  /** Whole rows that fit. */
  fits: number;
  /** Scrolls so far that the row is in view. */
  show(row: number): void;
}

/**
 * The rows of a scrolled box that are in view, for lists of any length.
 * @param box scrolls; its content is `height` high.
 */
export function useWindow(box: RefObject<HTMLElement | null>, total: number): ListWindow {
  const [top, setTop] = useState(0);
  const [viewHeight, setViewHeight] = useState(640);
  /** Where we scrolled to ourselves: that is not asked for by the person. */
  const own = useRef(-1);
  const height = Math.min(total * ROW_HEIGHT, HIGHEST);
  const exact = total * ROW_HEIGHT <= HIGHEST;
  const fits = Math.max(1, Math.floor(viewHeight / ROW_HEIGHT));
  const last = Math.max(0, total - viewHeight / ROW_HEIGHT);

  const moveTo = (row: number): void => {
    const target = Math.min(Math.max(row, 0), last);
    setTop(target);
    const element = box.current;
    if (!element || last === 0) return;
    element.scrollTo({ top: exact ? target * ROW_HEIGHT : (target / last) * (height - viewHeight) });
    own.current = element.scrollTop;
  };
  const scrolled = useEffectEvent((scrollTop: number): void => {
    if (scrollTop === own.current) return;
    own.current = -1;
    setTop(exact ? scrollTop / ROW_HEIGHT : (scrollTop / Math.max(1, height - viewHeight)) * last);
  });
  const wheeled = useEffectEvent((event: WheelEvent): void => {
    // In proportion, one turn of the wheel would pass over thousands of rows.
    if (exact || event.ctrlKey) return;
    event.preventDefault();
    moveTo(top + event.deltaY / ROW_HEIGHT);
  });

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setViewHeight(element.clientHeight));
    observer.observe(element);
    const onScroll = (): void => scrolled(element.scrollTop);
    const onWheel = (event: WheelEvent): void => wheeled(event);
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('wheel', onWheel);
    };
  }, [box]);

  return {
    height,
    top,
    fits,
    show: (row) => {
      if (row < top) moveTo(row);
      else if (row > top + fits - 1) moveTo(row - fits + 1);
    },
  };
}
