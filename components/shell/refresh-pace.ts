const EVERY_MS = 5_000;
/** Of a slow page's time, so much at most goes into making it anew. */
const SHARE = 1 / 5;
const LONGEST_MS = 60_000;

/** How long to wait before the next look; `tookMs` is what the last making of the page took, 0 where there was none. */
export function nextWaitMs(tookMs: number): number {
  return Math.min(LONGEST_MS, Math.max(EVERY_MS, tookMs / SHARE));
}

/** True where a page must stay as it is: somebody writes or chooses in a field, a dialog or a drawer is open, or files are on their way. */
export function isInTheWay(page: Pick<Document, 'activeElement' | 'querySelector'>): boolean {
  const field = page.activeElement?.closest('input, textarea, select, [contenteditable]') ?? null;
  return field !== null || page.querySelector('dialog[open], html[data-sending]') !== null;
}
