'use client';

import { Link } from '@/components/ui/link';
import type { PageParams } from '@/components/evidence/evidence-refs';
import { hrefWith } from '@/components/evidence/evidence-refs';
import { useWords } from '@/components/ui/language';
import { numberValue, parseFilter, printFilter, withTerm } from '@/lib/filter';
import { formatNumber } from '@/lib/messages';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

interface Props {
  /** Refusals by hour of the week, from Monday's first: 168 numbers. */
  counts: readonly number[];
  filter: string;
  params: PageParams;
}

/** When in the week they come, by the log's own clock: one square an hour, which leaves only its refusals. */
export function WeekHours({ counts, filter, params }: Props) {
  const { t, language } = useWords();
  const most = Math.max(1, ...counts);
  const parsed = parseFilter(filter).filter;
  const hrefOf = (day: number, hour: number): string =>
    hrefWith('/events', params, {
      q: printFilter(withTerm(withTerm(parsed, 'weekday', numberValue(day)), 'hour', numberValue(hour))),
    });
  return (
    <div className="relative overflow-x-auto">
      <table className="text-xs">
        <caption className="pb-2 text-left text-s text-ink-2">{t('page.events.hours-caption')}</caption>
        <thead>
          <tr>
            <td />
            {HOURS.map((hour) => (
              <th key={hour} scope="col" className="min-w-6 font-normal text-ink-3">
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DAYS.map((day) => (
            <tr key={day}>
              <th scope="row" className="pr-2 text-left font-normal whitespace-nowrap text-ink-3">
                {t(`page.events.weekday.${day}`)}
              </th>
              {HOURS.map((hour) => {
                const count = counts[(day - 1) * 24 + hour] ?? 0;
                const name = t('page.events.hour-cell', { day: t(`page.events.weekday.${day}`), hour, count });
                // By the square root: few and many can both be told from none.
                const shade = Math.round(100 * Math.sqrt(count / most));
                return (
                  <td key={hour} className="p-px">
                    {count === 0 ? (
                      <span title={name} className="block size-6 bg-sunk">
                        <span className="sr-only">{formatNumber(0, language)}</span>
                      </span>
                    ) : (
                      <Link
                        href={hrefOf(day, hour)}
                        scroll={false}
                        title={name}
                        aria-label={name}
                        className="block size-6"
                        style={{ background: `color-mix(in oklab, var(--c1) ${Math.max(8, shade)}%, var(--sunk))` }}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
