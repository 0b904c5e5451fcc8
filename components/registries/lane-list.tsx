'use client';

import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { formatDuration } from '@/lib/messages';
import { LaneItem } from './lane-item';
import type { LaneView, RegistryAction, UnaskedView } from './registry-view';

interface Props {
  lanes: readonly LaneView[];
  unasked: readonly UnaskedView[];
  nowMs: number;
  utcOffsetMinutes: number;
  actions: { resume: RegistryAction; stop: RegistryAction };
}

/** One lane a registry: what waits, what runs, and why. */
export function LaneList({ lanes, unasked, ...rest }: Props) {
  const { t, language } = useWords();
  return (
    <>
      <SectionHeading>{t('page.registries.lanes')}</SectionHeading>
      {lanes.length === 0 ? (
        <p className="max-w-[68ch] border-t border-ink py-4 text-ink-2">{t('page.registries.no-lanes')}</p>
      ) : (
        <ul className="border-t border-ink">
          {lanes.map((lane) => (
            <LaneItem key={lane.name} lane={lane} {...rest} />
          ))}
        </ul>
      )}
      <details className="mt-3 text-s text-ink-2">
        <summary className="cursor-pointer">{t('page.registries.unasked', { count: unasked.length })}</summary>
        <ul className="mt-1">
          {unasked.map(({ host, minIntervalMs, limit }) => (
            <li key={host}>
              <Mono text={host} />{' '}
              {t('page.registries.unasked-pace', { time: formatDuration(minIntervalMs, language), limit })}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
