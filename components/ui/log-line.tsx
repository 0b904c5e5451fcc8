import type { ReactNode } from 'react';
import type { LinePart } from '@/lib/model';
import { Visible } from './visible';

interface Span {
  part: LinePart;
  /** UTF-16 indexes into the text. */
  start: number;
  end: number;
}

interface Props {
  text: string;
  parts: readonly Span[];
}

/** The text cut at its spans, in order; spans that overlap an earlier one or leave the text are passed over. */
function cutAtSpans(text: string, parts: readonly Span[]): Array<{ text: string; part: LinePart | null }> {
  const pieces: Array<{ text: string; part: LinePart | null }> = [];
  let at = 0;
  for (const { part, start, end } of [...parts].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start || end > text.length) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), part: null });
    pieces.push({ text: text.slice(start, end), part });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), part: null });
  return pieces;
}

/** Raw log lines as they came, each part in its colour; put one or many inside a {@link LogBox}. */
export function LogLine({ text, parts }: Props) {
  return (
    <bdi className="block">
      {cutAtSpans(text, parts).map((piece, index) => (
        <span key={index} className={piece.part ? `part-${piece.part}` : undefined}>
          <Visible text={piece.text} keep={'\t'} />
        </span>
      ))}
    </bdi>
  );
}

/** The sunk box that log lines stand in; `label` names it for screen readers. */
export function LogBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    <pre className="log" role="group" aria-label={label}>
      {children}
    </pre>
  );
}
