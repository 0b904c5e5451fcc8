'use client';

import { type RefObject, useEffect } from 'react';

/** A drag shorter than this is a click. */
const CLICK_PX = 4;

/** Lets a scrolling box be dragged with the mouse; touch and pen scroll it by themselves. */
export function useDragToScroll(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let from: { x: number; y: number; left: number; top: number } | null = null;
    let dragged = false;
    const down = (event: PointerEvent): void => {
      if (event.pointerType !== 'mouse' || event.button !== 0) return;
      from = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop };
      dragged = false;
    };
    const move = (event: PointerEvent): void => {
      if (!from) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (Math.abs(dx) + Math.abs(dy) > CLICK_PX) dragged = true;
      if (dragged) element.scrollTo(from.left - dx, from.top - dy);
    };
    const up = (): void => {
      from = null;
    };
    const click = (event: MouseEvent): void => {
      if (!dragged) return;
      event.preventDefault();
      event.stopPropagation();
      dragged = false;
    };
    // A link in the drawing must not be carried off by the drag.
    const stay = (event: DragEvent): void => event.preventDefault();
    element.addEventListener('pointerdown', down);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    element.addEventListener('click', click, true);
    element.addEventListener('dragstart', stay);
    return () => {
      element.removeEventListener('pointerdown', down);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      element.removeEventListener('click', click, true);
      element.removeEventListener('dragstart', stay);
    };
  }, [box]);
}
