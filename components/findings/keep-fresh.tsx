'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useWords } from '@/components/ui/language';
import { Notice } from '@/components/ui/notice';

const EVERY_MS = 2000;

/** Stands on a page while the worker has something to do for it, and has the page made anew until then. */
export function KeepFresh() {
  const { t } = useWords();
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return <Notice>{t('page.findings.working')}</Notice>;
}
