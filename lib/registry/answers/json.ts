/** An object of strangers' JSON: its keys are only ever asked for by names of ours. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Values of one list that are looked at: more than any registry sends, and a bound on what a stranger costs. */
const MAX_LIST = 5_000;

/** A JSON text's value; undefined where it is none, or was cut off. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member the object itself has, never one it inherits (`constructor`, `__proto__`). */
export function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Text that is not blank; a number is the text it is written as. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A member that is text. */
export const textMember = (value: unknown, name: string): string | null => textOf(member(value, name));

/** The first values of a list, {@link MAX_LIST} unless told; a value that is no list has none. */
export function listOf(value: unknown, limit = MAX_LIST): unknown[] {
  return Array.isArray(value) ? value.slice(0, limit) : [];
}

/** The objects in a member that is a list. */
export function objectsOf(value: unknown, name: string): JsonObject[] {
  return listOf(member(value, name)).filter(isObject);
}

/** The texts in a member that is a list, or the one text it is. */
export function textsOf(value: unknown, name: string): string[] {
  const inner = member(value, name);
  return (Array.isArray(inner) ? listOf(inner) : [inner]).map(textOf).filter((text) => text !== null);
}
