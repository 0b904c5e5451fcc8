import { Link } from './link';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonLook, buttonStyle } from './button-style';

interface Common {
  look?: ButtonLook;
  /** The single key that presses it on the focused row or page (`y`, `n`, `s`, `b`, `u`); shown beside the word. */
  keyHint?: string;
  children: ReactNode;
}

/** Inside: the word, and its key where it has one (not on phones, which have no keys). */
export function ButtonContent({ keyHint, children }: Pick<Common, 'keyHint' | 'children'>) {
  return (
    <>
      {children}
      {keyHint ? (
        <kbd aria-hidden className="max-md:hidden">
          {keyHint}
        </kbd>
      ) : null}
    </>
  );
}

/** A button; `type="button"` unless told otherwise. */
export function Button({ look = 'plain', keyHint, className, children, ...rest }: Common & ComponentProps<'button'>) {
  return (
    <button
      type="button"
      {...rest}
      data-key={keyHint}
      aria-keyshortcuts={keyHint}
      className={buttonStyle(look, className)}
    >
      <ButtonContent keyHint={keyHint}>{children}</ButtonContent>
    </button>
  );
}

/** A link to a page of ours that looks like a button. Downloads take a plain `<a>` with `buttonStyle`. */
export function LinkButton({
  look = 'plain',
  keyHint,
  className,
  children,
  ...rest
}: Common & ComponentProps<typeof Link>) {
  return (
    <Link {...rest} data-key={keyHint} aria-keyshortcuts={keyHint} className={buttonStyle(look, className)}>
      <ButtonContent keyHint={keyHint}>{children}</ButtonContent>
    </Link>
  );
}
