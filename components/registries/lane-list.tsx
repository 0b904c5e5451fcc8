'use client';

import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { LaneItem } from './lane-item';
import type { LaneView, RegistryAction } from './registry-view';

interface Props {
  lanes: readonly LaneView[];
  nowMs: number;
  utcOffsetMinutes: number;
  actions: { resume: RegistryAction; stop: RegistryAction };
}

/** One lane a registry: what waits, what runs, and why. */
export function LaneList({ lanes, ...rest }: Props) {
  const { t } = useWords();
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
    </>
  );
}
