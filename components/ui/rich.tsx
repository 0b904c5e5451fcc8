import { Fragment, type ReactNode } from 'react';
import type { RichPart } from '@/lib/messages';

interface Props {
  /** What `rich()` of a translator gives. */
  parts: readonly RichPart[];
  /** What `<a>…</a>` in the sentence becomes, where it has one. */
  link?: (children: ReactNode) => ReactNode;
}

/** A sentence with its marks: `m` monospace, `b` strong, `a` a link. Its values are already made visible. */
export function Rich({ parts, link }: Props) {
  return parts.map((part, index) => {
    if (typeof part === 'string') return part;
    const children = <Rich parts={part.children} link={link} />;
    if (part.tag === 'm') {
      return (
        <bdi key={index} className="mono">
          {children}
        </bdi>
      );
    }
    if (part.tag === 'b') return <b key={index}>{children}</b>;
    return <Fragment key={index}>{link ? link(children) : children}</Fragment>;
  });
}
