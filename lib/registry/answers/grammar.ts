import type { AnswerStatus, ParsedAnswer } from '@/lib/model';

/** Where a text came from, as far as known. */
export interface Hint {
  /** Host name, lower case. */
  server?: string | undefined;
  /** The question as it was sent. */
  query?: string | undefined;
}

/** All of an answer but how it ended. */
export type Parts = Omit<ParsedAnswer, 'status'>;

/** An answer in which nothing was found. */
export const emptyParts = (registry: ParsedAnswer['registry']): Parts => ({
  registry,
  networks: [],
  organisations: [],
  contacts: [],
  references: [],
  listed: [],
  referral: null,
});

/** One way in which registries write answers. */
export interface Grammar {
  id: string;
  /** Whether the text itself is written so. */
  matches(text: string): boolean;
  /** Never throws: what it cannot read is not there. */
  parse(text: string, hint: Hint): Parts;
  /** How the answer ended, where this is not said in the lines all of whois has in common. */
  judge?(text: string, hint: Hint): AnswerStatus;
}
