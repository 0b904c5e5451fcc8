'use client';

import { Mono } from '@/components/ui/mono';
import { useWords } from '@/components/ui/language';
import { Visible } from '@/components/ui/visible';
import type { SourceField } from '@/lib/model';

/** Every field of a registry entry under the registry's own label, in its own order. */
export function RegisteredFields({ fields }: { fields: readonly SourceField[] }) {
  const { t } = useWords();
  if (fields.length === 0) return null;
  return (
    <details className="mt-3 text-s">
      <summary className="text-ink-3">{t('page.network.fields')}</summary>
      <dl className="mt-2 grid grid-cols-[minmax(0,12rem)_minmax(0,1fr)] gap-x-3.5 gap-y-1">
        {fields.map(({ label, value }, index) => (
          <div key={index} className="contents">
            <dt className="text-ink-3">
              <bdi>
                <Visible text={label} />
              </bdi>
            </dt>
            <dd>
              {value.split('\n').map((line, at) => (
                <Mono key={at} text={line} className="block" />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
