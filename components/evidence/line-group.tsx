'use client';

import { Link } from '@/components/ui/link';
import { CopyButton } from '@/components/ui/copy-button';
import { useWords } from '@/components/ui/language';
import { LogBox, LogLine } from '@/components/ui/log-line';
import { Mono } from '@/components/ui/mono';
import { Time } from '@/components/ui/time';
import type { CaseLine, LinePart } from '@/lib/model';

/** A raw line with where it stands. */
export interface LineView {
  id: number;
  timeMs: number;
  utcOffsetMinutes: number;
  line: number;
  upload: { publicId: string; name: string };
  text: string;
  parts: CaseLine['parts'];
}

const PARTS: readonly LinePart[] = ['time', 'address', 'code', 'sender', 'recipient', 'helo'];

function byUpload(lines: readonly LineView[]): Array<{ upload: LineView['upload']; group: LineView[] }> {
  const groups = new Map<string, { upload: LineView['upload']; group: LineView[] }>();
  for (const line of lines) {
    const known = groups.get(line.upload.publicId);
    if (known) known.group.push(line);
    else groups.set(line.upload.publicId, { upload: line.upload, group: [line] });
  }
  return [...groups.values()];
}

/** Log lines, those of one upload together, each under its time and line number. */
export function LineGroup({ lines }: { lines: readonly LineView[] }) {
  const { t } = useWords();
  return byUpload(lines).map(({ upload, group }) => (
    <section key={upload.publicId} className="mt-6">
      <header className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-s">
        <h3 className="min-w-0 font-semibold text-ink-2">
          {t('evidence.lines', { count: group.length })}{' '}
          <Link href={`/uploads/${upload.publicId}`} className="font-normal">
            <Mono text={upload.name} shorten={48} />
          </Link>
        </h3>
        <CopyButton text={group.map((line) => `${line.text}\n`).join('')} />
      </header>
      <LogBox label={t('evidence.lines', { count: group.length })}>
        {group.map((line) => (
          <span key={line.id} className="block not-first:mt-2">
            <span className="block font-sans text-xs text-ink-3">
              {t('evidence.line', { line: line.line })} ·{' '}
              <Time at={line.timeMs} utcOffsetMinutes={line.utcOffsetMinutes} style="second" />
            </span>
            <LogLine text={line.text} parts={line.parts} />
          </span>
        ))}
      </LogBox>
      <p className="mt-1.5 flex flex-wrap gap-x-3 text-xs" aria-hidden>
        {PARTS.map((part) => (
          <span key={part} className={`part-${part}`}>
            {t(`part.${part}`)}
          </span>
        ))}
      </p>
    </section>
  ));
}
