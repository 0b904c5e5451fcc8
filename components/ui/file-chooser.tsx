import { type ComponentProps, type ReactNode, useId } from 'react';
import { buttonStyle } from './button-style';

interface Props extends Omit<ComponentProps<'input'>, 'type' | 'id' | 'className'> {
  look?: 'seal' | 'plain';
  /** The words on the button. */
  children: ReactNode;
}

/**
 * A button that opens the system's dialog for files. The browser's own one says "choose" in the browser's language, so
 * that one is out of sight (but reached by keyboard and read by screen readers), and a label stands for it.
 */
export function FileChooser({ look = 'plain', children, ...rest }: Props) {
  const id = useId();
  return (
    <span className="relative inline-flex">
      <input {...rest} id={id} type="file" className="peer sr-only" />
      <label
        htmlFor={id}
        className={buttonStyle(
          look,
          'cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus',
        )}
      >
        {children}
      </label>
    </span>
  );
}
