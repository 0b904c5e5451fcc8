import { z } from 'zod';
import { readLanes } from '@/lib/db/read/lanes';
import { readSetting } from '@/lib/db/read/settings';
import { transaction } from '@/lib/db/transaction';
import { resumeLane, stopLane, STOPPED_FOR_GOOD_MS } from '@/lib/db/write/jobs';
import { countQuestions } from '@/lib/db/write/lane-days';
import { writeSetting } from '@/lib/db/write/settings';
import type { Outcome } from '@/lib/jobs';
import { message, UserError } from '@/lib/model';
import { MAX_PER_DAY, type RdapRow, type ServerRow } from '@/lib/registry';
import type { Context } from './context';
import { findRow, type Registries } from './find-way';

/** Questions a server may be put on one UTC day, those put today, and those left. */
export interface DayBudget {
  limit: number;
  asked: number;
  left: number;
}

/** One server's number as the settings page shows it: the one set, and the directory's own. */
export interface DayLimit {
  host: string;
  limit: number;
  usual: number;
}

const SETTING = 'dayBudgets';

/** The most that may be set. */
export const MOST_PER_DAY = MAX_PER_DAY;

/** Why a lane waits whose budget is used up. */
const SPENT = 'services.ask.day-budget';

const PerDay = z.coerce.number().int().min(1).max(MOST_PER_DAY);
/** Pairs of host and number; only those that differ from the directory's. */
const Limits = z.array(z.tuple([z.string(), PerDay]));

/** The next midnight in UTC after a time, both in epoch ms: when registries begin to count anew, and we with them. */
export function nextMidnightUtc(nowMs: number): number {
  const day = 86_400_000;
  return (Math.floor(nowMs / day) + 1) * day;
}

/** A server's budget of the day that `nowMs` lies in. */
export function dayBudget(row: ServerRow | RdapRow, nowMs: number): DayBudget {
  const limit = readLimits().get(row.host) ?? row.perDay;
  const asked = countQuestions(row.host, nowMs);
  return { limit, asked, left: Math.max(0, limit - asked) };
}

/**
 * How a question ends whose server was asked enough today: the lane stands still until midnight UTC, the question is
 * then put. Null where it may be put now.
 */
export function endWhereSpent(row: ServerRow | RdapRow, nowMs: number): Outcome | null {
  const { limit, left } = dayBudget(row, nowMs);
  if (left > 0) return null;
  const midnightMs = nextMidnightUtc(nowMs);
  return {
    kind: 'later',
    error: message(SPENT, { server: row.host, limit }),
    blocked: true,
    // It was the lane's first, and stays so: the lane waits, not the question.
    retryMs: 0,
    write: () => stopLane(row.host, midnightMs),
  };
}

/** Every server's number, in the order of the directory. */
export function listDayLimits({ whois, rdap }: Registries): DayLimit[] {
  const set = readLimits();
  return [...whois.values(), ...rdap.values()].map(({ host, perDay }) => ({
    host,
    limit: set.get(host) ?? perDay,
    usual: perDay,
  }));
}

/**
 * Sets how many questions a day servers are put; a lane that waits for its budget goes on where there is some left.
 * @param texts by host, whole numbers; blank for the directory's own. Hosts that are left out keep theirs.
 * @returns every server's number as it is now.
 * @throws UserError naming the first that is out of bounds; nothing is changed then.
 */
export function saveDayLimits(
  context: Context,
  texts: ReadonlyMap<string, string>,
  registries: Registries,
): DayLimit[] {
  const limits = listDayLimits(registries).flatMap(({ host, limit, usual }): Array<[string, number]> => {
    const text = texts.get(host)?.trim();
    if (text === '') return [];
    const parsed = PerDay.safeParse(text ?? limit);
    if (!parsed.success)
      throw new UserError(
        'bad-input',
        message('services.day-budget.bad', { server: host, text: text ?? '', least: 1, most: MOST_PER_DAY }),
      );
    return parsed.data === usual ? [] : [[host, parsed.data]];
  });
  transaction(() => {
    writeSetting(SETTING, JSON.stringify(limits));
    for (const { name, lastError, stoppedMs } of readLanes(context.nowMs)) {
      const row = findRow(registries, name);
      const isWaiting = stoppedMs !== null && stoppedMs < STOPPED_FOR_GOOD_MS && lastError?.key === SPENT;
      if (isWaiting && row && dayBudget(row, context.nowMs).left > 0) resumeLane(name, context.nowMs);
    }
  });
  return listDayLimits(registries);
}

function readLimits(): ReadonlyMap<string, number> {
  const text = readSetting(SETTING);
  const set = text === null ? null : Limits.safeParse(JSON.parse(text));
  return new Map(set?.success ? set.data : []);
}
