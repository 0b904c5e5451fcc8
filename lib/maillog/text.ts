/** What a search asks of a text: a test can count it. */
export type SearchText = Pick<string, 'charCodeAt' | 'indexOf' | 'lastIndexOf' | 'slice'>;

/**
 * True where `word` stands at `at`. The engine compiles this loop into its callers and ends it at the first
 * difference; `String.startsWith` with more than three letters is a call.
 */
export function standsAt(text: SearchText, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    if (text.charCodeAt(at + i) !== word.charCodeAt(i)) return false;
  }
  return true;
}
