/** The offset of a page of a list: a whole number from the URL, else 0. */
export function pageOffset(text: string | undefined): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
