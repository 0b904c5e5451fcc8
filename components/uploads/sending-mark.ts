/** Stands on the document while files are on their way. */
const MARK = 'sending';

/**
 * Says whether files are on their way. While they are, no page is to be made anew by itself: where the connection breaks
 * in the middle of that, Next loads the page from the start, and what is being sent is lost with it.
 */
export function markSending(sending: boolean): void {
  if (sending) document.documentElement.dataset[MARK] = '';
  else delete document.documentElement.dataset[MARK];
}

/** True while files are on their way from this tab. */
export function isSending(page: Document): boolean {
  return MARK in page.documentElement.dataset;
}
