'use client';

import { Link } from '@/components/ui/link';
import { Chip } from '@/components/ui/chip';
import { Facts } from '@/components/ui/facts';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Notice } from '@/components/ui/notice';

/** What a paste brought, as names. */
export interface AnswersTaken {
  answers: number;
  networks: string[];
  organisations: string[];
  contacts: string[];
  references: Array<{ handle: string; networks: string[] }>;
}

function Names({ names }: { names: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1">
      {names.map((name) => (
        <Link key={name} href={`/search?q=${encodeURIComponent(name)}`}>
          <Mono text={name} />
        </Link>
      ))}
    </span>
  );
}

/** What was taken from a paste, each name leading to what is known of it. */
export function TakenAnswers({ taken }: { taken: AnswersTaken }) {
  const { t } = useWords();
  const lists = ['networks', 'organisations', 'contacts'] as const;
  return (
    <Notice>
      <p className="mb-2 text-ink">
        {t('page.registries.taken', { answers: taken.answers })} <Chip dashed>{t('source.pasted')}</Chip>
      </p>
      <Facts
        items={[
          ...lists.map((name) => ({
            label: t(`page.registries.taken-${name}`, { count: taken[name].length }),
            value: taken[name].length > 0 ? <Names names={taken[name]} /> : null,
          })),
          ...taken.references.map(({ handle, networks }) => ({
            label: t('page.registries.taken-references', { handle, count: networks.length }),
            value: <Names names={networks} />,
          })),
        ]}
      />
    </Notice>
  );
}
