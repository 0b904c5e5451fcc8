/** What the keys do to the page: small moves on the DOM, told apart by `data-row` and `data-key`. */

const ROW = '[data-row]';

function visibleRows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(ROW)].filter((row) => row.offsetParent !== null);
}

function focusedRow(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>(ROW) ?? null;
}

/** Focuses the next (1) or previous (-1) row; the first one where none has the focus. */
export function moveRow(step: 1 | -1): void {
  const rows = visibleRows();
  const current = focusedRow();
  const at = current ? rows.indexOf(current) : -1;
  const target = rows[at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)];
  if (!target) return;
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
}

/** Opens the focused row: its `[data-open]`, else its first link. False where no row itself has the focus. */
export function openRow(): boolean {
  const row = document.activeElement;
  if (!(row instanceof HTMLElement) || !row.matches(ROW)) return false;
  const link = row.querySelector<HTMLElement>('[data-open]') ?? row.querySelector<HTMLElement>('a[href]');
  link?.click();
  return link !== null;
}

/** Presses what carries this key in the focused row, else on the page outside rows. */
export function pressKey(key: string): boolean {
  const named = `[data-key="${CSS.escape(key)}"]`;
  const target =
    focusedRow()?.querySelector<HTMLElement>(named) ??
    document.querySelector<HTMLElement>(`main ${named}:not(${ROW} *)`);
  if (!target || (target instanceof HTMLButtonElement && target.disabled)) return false;
  target.click();
  return true;
}

/** True where a key belongs to what has the focus (text is being written, a list chosen from). */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
