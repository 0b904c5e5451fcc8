'use client';

import { useEffect, useRef, useState } from 'react';
import type { EventView } from './event-view';

/** Rows asked for at one time. */
const PORTION = 100;
/** Portions that are kept: the ones asked for longest ago are forgotten. */
const MOST_KEPT = 100;

interface Props {
  /** The parameters of the list in the URL: the filter and the order. */
  query: string;
  /** How many there are; where that changes, every row may stand elsewhere. */
  total: number;
  /** The first portion, as the page came with it. */
  first: readonly EventView[];
}

function isAnswer(value: unknown): value is { events: EventView[] } {
  return typeof value === 'object' && value !== null && 'events' in value && Array.isArray(value.events);
}

/**
 * Rows of a list of any length, by their place in it, asked for as they come into view.
 * @returns a row, or undefined while it is on its way; and, once, that the server does not answer.
 */
export function useEventRows(
  { query, total, first }: Props,
  from: number,
  to: number,
): { rowAt: (index: number) => EventView | undefined; failed: boolean } {
  const kept = useRef(new Map<string, readonly EventView[]>());
  const asked = useRef(new Set<string>());
  const [, setArrived] = useState(0);
  const [failed, setFailed] = useState(false);
  const firstPortion = Math.max(0, Math.floor(from / PORTION));
  const lastPortion = Math.max(0, Math.floor(to / PORTION));

  useEffect(() => {
    const ask = async (portion: number): Promise<void> => {
      const name = `${total} ${portion}`;
      asked.current.add(name);
      try {
        const response = await fetch(`/api/events?${query}&offset=${portion * PORTION}&limit=${PORTION}`);
        const answer: unknown = await response.json();
        if (!response.ok || !isAnswer(answer)) throw new Error(`status ${response.status}`);
        kept.current.set(name, answer.events);
        for (const [oldest] of kept.current) if (kept.current.size > MOST_KEPT) kept.current.delete(oldest);
        setFailed(false);
      } catch (error) {
        // Asked again when it next comes into view.
        console.warn(error);
        setFailed(true);
      } finally {
        asked.current.delete(name);
        setArrived((n) => n + 1);
      }
    };
    for (let portion = firstPortion; portion <= lastPortion; portion++) {
      const name = `${total} ${portion}`;
      if (portion > 0 && !kept.current.has(name) && !asked.current.has(name)) void ask(portion);
    }
  }, [query, total, firstPortion, lastPortion]);

  return {
    rowAt: (index) => {
      const portion = Math.floor(index / PORTION);
      return (portion === 0 ? first : kept.current.get(`${total} ${portion}`))?.[index % PORTION];
    },
    failed,
  };
}
