'use client';

import { Link } from '@/components/ui/link';
import { useWords } from '@/components/ui/language';
import { Notice } from '@/components/ui/notice';
import { Rich } from '@/components/ui/rich';
import { message } from '@/lib/model';

/** The alarm where registries deny access until somebody writes to them. */
export function DeniedRegistries({ servers }: { servers: readonly string[] }) {
  const { rich } = useWords();
  return servers.map((server) => (
    <Notice key={server} tone="error">
      <Rich
        parts={rich(message('page.registries.denied-alarm', { server }))}
        link={(children) => <Link href="/registries">{children}</Link>}
      />
    </Notice>
  ));
}
