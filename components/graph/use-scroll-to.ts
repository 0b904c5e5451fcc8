'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type { ColumnLayout } from '@/lib/graph';

/** Brings one node into the middle of the box when the drawing is first shown; after that the person scrolls. */
export function useScrollTo(box: RefObject<HTMLElement | null>, layout: ColumnLayout, id: string): void {
  const first = useRef({ layout, id });
  useEffect(() => {
    const element = box.current;
    const { layout: shown, id: wanted } = first.current;
    const placed = shown.nodes.find(({ node }) => node.id === wanted);
    if (!element || !placed) return;
    const scale = element.scrollWidth / shown.width;
    element.scrollTo(
      (placed.x + placed.width / 2) * scale - element.clientWidth / 2,
      placed.y * scale - element.clientHeight / 2,
    );
  }, [box]);
}
