/**
 * A sentence that pure code wants to say, not yet in any language: a key of the catalogues in
 * `lib/messages` and the values that stand in it. Times are epoch milliseconds and their parameter's
 * name ends in `At`; everything else is shown as it is.
 */
export interface Message {
  key: string;
  params: Readonly<Record<string, string | number>>;
}

export function message(key: string, params: Message['params'] = {}): Message {
  return { key, params };
}

/** Turns a message into text in the language chosen at the edge. */
export type Translate = (message: Message) => string;
