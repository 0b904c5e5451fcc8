import { Fragment } from 'react';
import { Visible } from './visible';

interface Props {
  /** An address, a prefix, a template, a handle: a stranger's text. */
  text: string;
  /** Shorten in the middle to about this many characters; the whole stays on hover and on copy. */
  shorten?: number;
  className?: string;
}

/** Longest text that never breaks: every IPv4 prefix is shorter. */
const WHOLE = 20;

/** Text with places where a line may break: behind the marks that part addresses and templates. */
function Breakable({ text }: { text: string }) {
  return text.split(/(?<=[@.:/])(?=[^\s/])/).map((piece, index) => (
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      <Visible text={piece} />
    </Fragment>
  ));
}

/** Monospace text as it came, isolated from the direction of the text around it. */
export function Mono({ text, shorten, className = '' }: Props) {
  if (text.length <= WHOLE) {
    return (
      <bdi className={`mono whitespace-nowrap ${className}`}>
        <Visible text={text} />
      </bdi>
    );
  }
  if (shorten === undefined || text.length <= shorten) {
    return (
      <bdi className={`mono ${className}`}>
        <Breakable text={text} />
      </bdi>
    );
  }
  const tail = Math.max(4, Math.floor(shorten / 3));
  const head = Math.max(4, shorten - tail - 1);
  return (
    <bdi className={`mono ${className}`} title={text}>
      <Breakable text={text.slice(0, head)} />
      <span className="middle">
        <span className="sr-only">
          <Visible text={text.slice(head, -tail)} />
        </span>
      </span>
      <Breakable text={text.slice(-tail)} />
    </bdi>
  );
}
