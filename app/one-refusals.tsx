import { EventTimeline } from '@/components/events/event-timeline';
import { SlowSearch } from '@/components/events/slow-search';
import type { OneFound } from './load-one';
import { getUi } from './ui';

/** When one thing was refused, and how much of it the filter leaves. */
export async function OneRefusals({ one }: { one: OneFound }) {
  const { t } = await getUi();
  const { matches, text, narrowed, of, timeline, utcOffsetMinutes, newestMs } = one;
  if (matches === null) return <SlowSearch key={text} query={new URLSearchParams({ q: text }).toString()} of={of} />;
  return (
    <>
      {narrowed ? <p className="mt-4 text-s text-ink-2">{t('list.under-filter', { events: matches.length })}</p> : null}
      {matches.length > 0 ? (
        <EventTimeline {...timeline} {...{ utcOffsetMinutes, newestMs }} filter={text} params={{}} />
      ) : null}
    </>
  );
}
