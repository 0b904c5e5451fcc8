import { Visible } from './visible';

interface Props {
  /** The decoded answer. */
  text: string;
  /** Lines (0-based) that the claim rests on. */
  marked?: readonly number[];
  label: string;
}

/** A registry's answer as it came, with the lines that matter marked (by a bar, and as `<mark>` for screen readers). */
export function AnswerText({ text, marked = [], label }: Props) {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  return (
    <pre className="log" role="group" aria-label={label}>
      {lines.map((line, index) => {
        const content = (
          <bdi>
            <Visible text={line} keep={'\t'} />
          </bdi>
        );
        return marked.includes(index) ? (
          <mark key={index} data-marked className="answer-line">
            {content}
          </mark>
        ) : (
          <span key={index} className="answer-line">
            {content}
          </span>
        );
      })}
    </pre>
  );
}
