'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useWords } from '@/components/ui/language';
import { Progress } from '@/components/ui/progress';

interface Told {
  found: number;
  searched: number;
  done?: boolean;
}

interface Props {
  /** The filter, as in the URL. */
  query: string;
  /** Refusals that are looked through. */
  of: number;
}

/** A search that takes longer than a page waits: its count as it grows, and a way to end it. */
export function SlowSearch({ query, of }: Props) {
  const { t } = useWords();
  const router = useRouter();
  const [told, setTold] = useState<Told>({ found: 0, searched: 0 });
  const [ended, setEnded] = useState(false);
  const abort = useRef<AbortController>(null);

  useEffect(() => {
    const controller = new AbortController();
    abort.current = controller;
    const listen = async (): Promise<void> => {
      try {
        const response = await fetch(`/api/events/search?${query}`, { signal: controller.signal });
        const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
        let rest = '';
        for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
          const lines = (rest + read.value).split('\n');
          rest = lines.pop() ?? '';
          for (const line of lines) {
            const next = JSON.parse(line) as Told;
            setTold(next);
            if (next.done) router.refresh();
          }
        }
      } catch (error) {
        if (!controller.signal.aborted) console.warn(error);
        setEnded(true);
      }
    };
    void listen();
    return () => controller.abort();
  }, [query, router]);

  if (ended)
    return (
      <p className="mt-6 text-ink-2">
        {t('page.events.search-ended', { found: told.found, searched: told.searched, of })}
      </p>
    );
  return (
    <div className="mt-6 grid max-w-[68ch] gap-3">
      <Progress
        label={t('page.events.searching')}
        value={of > 0 ? told.searched / of : undefined}
        text={t('page.events.search-progress', { found: told.found, searched: told.searched, of })}
      />
      <div>
        <Button type="button" onClick={() => abort.current?.abort()}>
          {t('page.events.search-stop')}
        </Button>
      </div>
    </div>
  );
}
