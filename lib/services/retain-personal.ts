import { setImmediate as yieldOnce } from 'node:timers/promises';
import { z } from 'zod';
import { contactsToldBefore } from '@/lib/db/read/personal';
import { readSetting } from '@/lib/db/read/settings';
import { transaction } from '@/lib/db/transaction';
import { enqueueAgain } from '@/lib/db/write/jobs';
import { writeSetting } from '@/lib/db/write/settings';
import type { JobContext, Outcome } from '@/lib/jobs';
import { message, UserError } from '@/lib/model';
import type { Context } from './context';
import { purgeTold } from './purge-contact';

/** How many days personal data of registry contacts may be kept; `forever` is until a person deletes it. */
export const RETENTIONS = ['forever', '30', '90', '365'] as const;
export type Retention = (typeof RETENTIONS)[number];

const SETTING = 'personalRetention';
const DAY_MS = 86_400_000;
const Choice = z.enum(RETENTIONS);

export function readRetention(): Retention {
  const set = Choice.safeParse(readSetting(SETTING));
  return set.success ? set.data : 'forever';
}

/** Sets how long personal data is kept; what is older goes soon after. @returns it. @throws UserError on anything else. */
export function saveRetention(context: Context, text: string): Retention {
  const choice = Choice.safeParse(text);
  if (!choice.success) throw new UserError('bad-input', message('services.personal.bad-retention', { text }));
  transaction(() => {
    writeSetting(SETTING, choice.data);
    requestRetention(context.nowMs);
  });
  return choice.data;
}

/** Asks the worker to look for what has become too old. */
export function requestRetention(nowMs: number): void {
  enqueueAgain({ kind: 'retain', key: 'retain', lane: 'retain', payload: {} }, nowMs);
}

/** Deletes personal data that has become too old, one contact after the other: a killed worker leaves none half done. */
export async function retainPersonal({ nowMs, renew, signal }: JobContext): Promise<Outcome> {
  const days = readRetention();
  const done: Outcome = { kind: 'done', write: () => undefined };
  if (days === 'forever') return done;
  const beforeMs = nowMs() - Number(days) * DAY_MS;
  for (const id of contactsToldBefore(beforeMs)) {
    if (signal.aborted) return { kind: 'interrupted' };
    renew();
    purgeTold(id, nowMs(), beforeMs);
    await yieldOnce();
  }
  return done;
}
