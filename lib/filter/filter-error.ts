import { type Message, message } from '@/lib/model';

/** What of a filter's text could not be read, and where: UTF-16 offset and length, inside the text. */
export interface FilterError {
  at: number;
  length: number;
  message: Message;
}

/** As much of a stranger's text as a sentence can hold. */
const SHOWN = 60;

/** A text that a sentence repeats, cut where it is long. */
export function clipped(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}

/** An error of the text from `at` to `end`. */
export function errorAt(at: number, end: number, key: string, params: Message['params'] = {}): FilterError {
  return { at, length: end - at, message: message(key, params) };
}
