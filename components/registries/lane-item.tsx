'use client';

import { ActionForm } from '@/components/evidence/action-form';
import { Chip } from '@/components/ui/chip';
import { useWords } from '@/components/ui/language';
import { Link } from '@/components/ui/link';
import { Mono } from '@/components/ui/mono';
import { Rich } from '@/components/ui/rich';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import { formatDuration } from '@/lib/messages';
import { NextTry } from './next-try';
import { QuestionText } from './question-text';
import { FOR_GOOD_MS, type LaneView, type RegistryAction } from './registry-view';

interface Props {
  lane: LaneView;
  nowMs: number;
  utcOffsetMinutes: number;
  actions: { resume: RegistryAction; stop: RegistryAction };
}

/** A registry: how many questions wait, its pace, its last answer, and the reason where it stands still. */
export function LaneItem({ lane, nowMs, utcOffsetMinutes, actions }: Props) {
  const { t, language } = useWords();
  const { name, waiting, failed, done, running, next, lastMs, minIntervalMs, stoppedMs, blocked } = lane;
  const stopped = stoppedMs !== null;
  const spent = lane.budget?.left === 0;
  const waitsForMidnight = spent && stopped && stoppedMs < FOR_GOOD_MS;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-2 border-b border-line py-3 max-md:grid-cols-1">
      <div>
        <p className="flex flex-wrap items-center gap-x-2">
          <b>
            <Mono text={name} />
          </b>
          {spent ? <Chip>{t('page.registries.spent')}</Chip> : null}
          {stopped && !waitsForMidnight ? <Chip>{t('page.registries.stopped')}</Chip> : null}
          {blocked > 0 && !stopped ? <Chip>{t('page.registries.blocked')}</Chip> : null}
          {running ? <Chip>{t('page.registries.running')}</Chip> : null}
        </p>
        <p className="text-s text-ink-2">
          {t('page.registries.lane-counts', { waiting, done, failed })} ·{' '}
          {t('page.registries.pace', { time: formatDuration(minIntervalMs, language) })} ·{' '}
          {lastMs === null ? (
            t('page.registries.no-answer')
          ) : (
            <>
              {t('page.registries.last-answer')} <Time at={lastMs} utcOffsetMinutes={utcOffsetMinutes} style="second" />
            </>
          )}
        </p>
        <p className="text-s text-ink-3">
          {lane.budget
            ? t(spent ? 'page.registries.budget-spent' : 'page.registries.budget', lane.budget)
            : t('page.registries.today', { today: lane.today })}
          {lane.personal ? ` · ${t('page.registries.personal', lane.personal)}` : null}
          {spent ? (
            <>
              {' · '}
              <Link href="/settings#day-budgets">{t('page.registries.change-budget')}</Link>
            </>
          ) : null}
        </p>
        {running ? (
          <p className="text-s text-ink-2">
            {t('page.registries.asking')} <QuestionText question={running} />
          </p>
        ) : null}
        {next ? (
          <p className="text-s text-ink-2">
            {t('page.registries.next-question')} <QuestionText question={next} />
          </p>
        ) : null}
        <LaneReason lane={lane} nowMs={nowMs} utcOffsetMinutes={utcOffsetMinutes} />
      </div>
      <div className="flex flex-wrap items-start gap-1.5">
        {(stopped || waiting > 0) && !waitsForMidnight ? (
          <ActionForm action={actions.resume} fields={{ server: name }}>
            <SubmitButton>{t(stopped ? 'page.registries.resume' : 'page.registries.try-now')}</SubmitButton>
          </ActionForm>
        ) : null}
        {stopped ? null : (
          <ActionForm action={actions.stop} fields={{ server: name }}>
            <SubmitButton>{t('page.registries.stop')}</SubmitButton>
          </ActionForm>
        )}
      </div>
    </li>
  );
}

/** Why it waits, in words, and until when. */
function LaneReason({ lane, nowMs, utcOffsetMinutes }: Pick<Props, 'lane' | 'nowMs' | 'utcOffsetMinutes'>) {
  const { t, rich } = useWords();
  const { lastError, errorMs, nextMs, stoppedMs, waiting } = lane;
  const forGood = stoppedMs !== null && stoppedMs >= FOR_GOOD_MS;
  if (!lastError && stoppedMs === null && (waiting === 0 || nextMs === null)) return null;
  return (
    <p className="mt-1 max-w-[80ch] border-l-2 border-line-2 pl-3 text-s">
      {lastError ? (
        <>
          <Rich parts={rich(lastError, utcOffsetMinutes)} />{' '}
          {errorMs === null ? null : (
            <span className="text-ink-3">
              (<Time at={errorMs} utcOffsetMinutes={utcOffsetMinutes} style="second" />)
            </span>
          )}{' '}
        </>
      ) : null}
      {forGood ? t('page.registries.stopped-for-good') : null}
      {!forGood && waiting > 0 && nextMs !== null ? (
        <NextTry atMs={nextMs} nowMs={nowMs} utcOffsetMinutes={utcOffsetMinutes} />
      ) : null}
    </p>
  );
}
