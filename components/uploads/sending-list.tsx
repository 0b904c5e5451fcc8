'use client';

import { Button } from '@/components/ui/button';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import type { Sending, SendQueue } from './send-queue';
import { SendingRow } from './sending-row';

/** So many are shown one by one; of more, those that something happens to. */
const FEW = 8;
const MOST = 40;

interface Props {
  sendings: readonly Sending[];
  queue: () => SendQueue;
}

const isMoving = ({ state, reading }: Sending): boolean =>
  state === 'reading' ? reading?.state === 'reading' : !['waiting', 'done', 'duplicate', 'failed'].includes(state);

/** What was dropped, and how far each of it is; of many, a count and those that move or failed. */
export function SendingList({ sendings, queue }: Props) {
  const { t } = useWords();
  if (sendings.length === 0) return null;
  const count = (...states: Array<Sending['state']>): number =>
    sendings.filter(({ state }) => states.includes(state)).length;
  const many = sendings.length > FEW;
  const failed = sendings.filter(({ state }) => state === 'failed');
  const shown = many ? [...sendings.filter(isMoving).slice(0, FEW), ...failed.slice(0, MOST)] : sendings;
  const ended = count('done', 'duplicate', 'failed');
  const total = sendings.length;
  const read = count('done', 'duplicate');
  return (
    <section aria-label={t('page.uploads.sendings')}>
      <SectionHeading
        aside={
          ended > 0 ? (
            <Button look="quiet" onClick={() => queue().clear()}>
              {t('page.uploads.send.clear')}
            </Button>
          ) : undefined
        }
      >
        <span aria-live="polite">
          {t('page.uploads.send.summary', { read, total, failed: failed.length, left: total - ended })}
        </span>
      </SectionHeading>
      {many ? <progress aria-label={t('page.uploads.sendings')} max={total} value={ended} className="mb-3" /> : null}
      <Rows sendings={shown} queue={queue} label={t('page.uploads.sendings')} />
      {many ? (
        <details className="mt-3 text-s">
          <summary className="text-ink-2">{t('page.uploads.send.all', { total })}</summary>
          <div className="mt-2 max-h-80 overflow-y-auto border-y border-line py-2 pr-2">
            <Rows sendings={sendings} queue={queue} label={t('page.uploads.send.all', { total })} />
          </div>
        </details>
      ) : null}
    </section>
  );
}

function Rows({ sendings, queue, label }: Props & { label: string }) {
  return (
    <ul aria-label={label} className="grid gap-3">
      {sendings.map((sending) => (
        <li key={sending.id}>
          <SendingRow sending={sending} queue={queue} />
        </li>
      ))}
    </ul>
  );
}
