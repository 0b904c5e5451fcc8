import type { Message } from './message';

export type ErrorCode = 'bad-input' | 'not-found' | 'conflict' | 'refused' | 'unavailable';

/**
 * An error the user can do something about. Anything else that is thrown is a fault of ours: it is
 * logged and shown only as such.
 */
export class UserError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly sentence: Message,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${sentence.key} ${JSON.stringify(sentence.params)}`, options);
    this.name = 'UserError';
  }
}
