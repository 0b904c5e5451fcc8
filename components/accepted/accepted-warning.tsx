'use client';

import { useWords } from '@/components/ui/language';
import { Notice } from '@/components/ui/notice';
import { Rich } from '@/components/ui/rich';
import { acceptedParams, acceptedState, type AcceptedShare } from '@/lib/model';

/** Said where a block would touch mail that the user's server accepts; nothing where it would not. */
export function AcceptedWarning({ share, href }: { share: AcceptedShare; href: string }) {
  const { rich } = useWords();
  if (acceptedState(share) !== 'some') return null;
  return (
    <Notice tone="error">
      <Rich
        parts={rich({ key: 'accepted.warning', params: acceptedParams(share) })}
        link={(children) => <a href={href}>{children}</a>}
      />
    </Notice>
  );
}
