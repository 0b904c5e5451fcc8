/**
 * A sender is kept as what fills its template: most senders are used once, and their templates thousands of
 * times. `*.` before a template's domain and each `{…}` in it stand for a variable part.
 */

/** Parts the variables. */
const SEPARATOR = '\u001f';
/** Stands before a sender that is kept whole, since its template does not give it back. */
const WHOLE = '\u001e';
/** Past this many, the templates that were taken apart are forgotten. */
const REMEMBERED = 8_192;

/** What stands for a variable part in a template. */
export const PLACEHOLDERS = /\{(?:digits|hex|recipient)\}|(?<=@)\*(?=\.)/;
const literals = new Map<string, string[]>();

/** The fixed parts of a template: one more than it has variables. */
function literalsOf(pattern: string): string[] {
  let parts = literals.get(pattern);
  if (!parts) {
    parts = pattern.split(PLACEHOLDERS);
    if (literals.size >= REMEMBERED) literals.clear();
    literals.set(pattern, parts);
  }
  return parts;
}

/** @returns null where the sender is its own template. */
export function encodeSender(sender: string, pattern: string): string | null {
  if (sender === pattern) return null;
  const parts = literalsOf(pattern);
  let at = parts[0]?.length ?? 0;
  const plain = !sender.includes(SEPARATOR) && !sender.includes(WHOLE);
  let variables = plain && parts.length > 1 && sender.startsWith(parts[0] ?? '') ? '' : WHOLE;
  for (let i = 1; i < parts.length && variables !== WHOLE; i++) {
    const part = parts[i] ?? '';
    const last = i === parts.length - 1;
    const stop = last ? sender.length - part.length : sender.indexOf(part, at + 1);
    if (stop < at || (last && !sender.endsWith(part))) variables = WHOLE;
    else variables += (i > 1 ? SEPARATOR : '') + sender.slice(at, stop);
    at = stop + part.length;
  }
  return variables === WHOLE ? WHOLE + sender : variables;
}

/** The sender again; null where there is no template, and so none. */
export function decodeSender(pattern: string | null, variables: string | null): string | null {
  if (pattern === null || variables === null) return pattern;
  if (variables.startsWith(WHOLE)) return variables.slice(1);
  const parts = literalsOf(pattern);
  const values = variables.split(SEPARATOR);
  let sender = parts[0] ?? '';
  for (let i = 1; i < parts.length; i++) sender += (values[i - 1] ?? '') + (parts[i] ?? '');
  return sender;
}
