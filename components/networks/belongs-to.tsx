'use client';

import { Link } from '@/components/ui/link';
import { useWords } from '@/components/ui/language';
import { Visible } from '@/components/ui/visible';

/** The operators an organisation or network is held to belong to, each with the verdict in a word. */
export function BelongsTo({
  operators,
}: {
  operators: ReadonlyArray<{ publicId: string; name: string; verdict: string | null }>;
}) {
  const { t } = useWords();
  return (
    <ul className="text-s">
      {operators.map(({ publicId, name, verdict }) => (
        <li key={publicId} className="border-b border-line py-1">
          <Link href={`/operators/${publicId}`}>
            <bdi>
              <Visible text={name} />
            </bdi>
          </Link>{' '}
          <span className={verdict === 'confirmed' ? 'text-seal' : 'text-ink-3'}>
            {verdict === 'confirmed' || verdict === 'rejected' ? t(`verdict.${verdict}`) : t('page.operators.open')}
          </span>
        </li>
      ))}
    </ul>
  );
}
