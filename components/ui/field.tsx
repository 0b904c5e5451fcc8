import { type ComponentProps, type ReactNode, useId } from 'react';

interface FieldProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  children: ReactNode;
}

const CONTROL = 'w-full rounded-m border bg-sheet px-2.5 py-1.5 text-s text-ink';
const edgeOf = (error: ReactNode): string => (error ? 'border-ink' : 'border-edge');

/** What stands around a control: label above, hint and error below (ids `…-hint`, `…-error`). */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className="grid max-w-[68ch] content-start gap-1">
      <label htmlFor={id} className="text-s font-medium">
        {label}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-s text-ink-3">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="border-l-3 border-ink pl-2 text-s font-medium" role="alert">
          {error}
        </p>
      ) : null}
    </div>
  );
}

type Around = Pick<FieldProps, 'label' | 'hint' | 'error'>;

function describe(id: string, { hint, error }: Around): { 'aria-describedby'?: string; 'aria-invalid'?: true } {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { ...(ids ? { 'aria-describedby': ids } : {}), ...(error ? { 'aria-invalid': true } : {}) };
}

/** One line of text. `mono` for addresses and the like. */
export function TextField({
  label,
  hint,
  error,
  mono,
  ...rest
}: Around & { mono?: boolean } & ComponentProps<'input'>) {
  const fresh = useId();
  const id = rest.id ?? fresh;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        {...rest}
        id={id}
        {...describe(id, { label, hint, error })}
        className={`${CONTROL} ${edgeOf(error)} ${mono ? 'font-mono' : ''}`}
      />
    </Field>
  );
}

/** Many lines of text. `mono` for pasted logs and answers, which are never spell-checked. */
export function TextArea({
  label,
  hint,
  error,
  mono,
  ...rest
}: Around & { mono?: boolean } & ComponentProps<'textarea'>) {
  const fresh = useId();
  const id = rest.id ?? fresh;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea
        rows={8}
        spellCheck={!mono}
        {...rest}
        id={id}
        {...describe(id, { label, hint, error })}
        className={`${CONTROL} ${edgeOf(error)} ${mono ? 'font-mono' : ''}`}
      />
    </Field>
  );
}

/** One of a few; `options` are values with their words. */
export function Select({
  label,
  hint,
  error,
  options,
  ...rest
}: Around & { options: ReadonlyArray<{ value: string; label: string }> } & ComponentProps<'select'>) {
  const fresh = useId();
  const id = rest.id ?? fresh;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select {...rest} id={id} {...describe(id, { label, hint, error })} className={`${CONTROL} ${edgeOf(error)}`}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
