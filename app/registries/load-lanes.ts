import type { LaneView, UnaskedView } from '@/components/registries/registry-view';
import { readLanes } from '@/lib/db/read/lanes';
import { dayBudget } from '@/lib/services/day-budget';
import { findRow, type Registries } from '@/lib/services/find-way';
import { personalBudget } from '@/lib/services/personal-budget';

/** The servers of the directory that were never asked, with the pace and the number a day they would be asked at. */
export function loadUnasked(lanes: readonly LaneView[], nowMs: number, registries: Registries): UnaskedView[] {
  const asked = new Set(lanes.map(({ name }) => name));
  return [...registries.whois.values(), ...registries.rdap.values()]
    .filter(({ host }) => !asked.has(host))
    .map((row) => ({ host: row.host, minIntervalMs: row.minIntervalMs, limit: dayBudget(row, nowMs).limit }));
}

/** The registries' lanes as their page shows them: each with its pace and its budgets of the day. */
export function loadLanes(nowMs: number, registries: Registries): LaneView[] {
  return readLanes(nowMs).map((lane) => {
    const row = findRow(registries, lane.name);
    return {
      ...lane,
      registry: row?.registry ?? 'unknown',
      minIntervalMs: row?.minIntervalMs ?? 0,
      budget: row ? dayBudget(row, nowMs) : null,
      personal: row ? personalBudget(row, nowMs, registries) : null,
    };
  });
}
