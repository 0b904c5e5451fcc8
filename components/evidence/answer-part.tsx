'use client';

import { Link } from '@/components/ui/link';
import { AnswerText } from '@/components/ui/answer-text';
import { Chip } from '@/components/ui/chip';
import { CopyButton } from '@/components/ui/copy-button';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Time } from '@/components/ui/time';
import { DeletedText } from './deleted-text';
import { QueryText } from './query-text';

/** A registry's answer as it came. */
export interface AnswerView {
  id: number;
  publicId: string;
  server: string;
  query: string;
  askedMs: number;
  /** Minutes east of UTC to show the time in. */
  utcOffsetMinutes: number;
  sha256: string;
  source: 'live' | 'pasted' | 'sample';
  text: string;
  /** When the text was deleted, because it held personal data; epoch ms. */
  purgedMs: number | null;
  /** Lines (0-based) that the claim rests on. */
  marked: readonly number[];
}

/** A registry's answer with whom we asked, what, when, and the hash of what came back. */
export function AnswerPart({ answer }: { answer: AnswerView }) {
  const { t } = useWords();
  return (
    <section className="mt-6" id={`answer-${answer.id}`}>
      <header className="mb-2 flex flex-wrap items-start justify-between gap-x-4 gap-y-2 text-s">
        <div className="min-w-0">
          <h3 className="font-semibold text-ink-2">
            <Link href={`/registries/answers/${answer.publicId}`}>
              {t('evidence.answer-of')} <Mono text={answer.server} />
            </Link>{' '}
            <Chip dashed={answer.source !== 'live'}>{t(`source.${answer.source}`)}</Chip>
          </h3>
          <p className="text-ink-3">
            {answer.query ? (
              <>
                {t('evidence.asked')} <QueryText query={answer.query} /> ·{' '}
              </>
            ) : null}
            <Time at={answer.askedMs} utcOffsetMinutes={answer.utcOffsetMinutes} style="second" />
          </p>
          <p className="text-xs text-ink-3">
            SHA-256 <Mono text={answer.sha256} shorten={24} />
          </p>
        </div>
        {answer.purgedMs === null ? <CopyButton text={answer.text} /> : null}
      </header>
      {answer.purgedMs === null ? (
        <AnswerText text={answer.text} marked={answer.marked} label={`${t('evidence.answer-of')} ${answer.server}`} />
      ) : (
        <DeletedText atMs={answer.purgedMs} utcOffsetMinutes={answer.utcOffsetMinutes} />
      )}
    </section>
  );
}
