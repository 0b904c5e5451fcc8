/** The page of an address. */
export function addressHref(text: string): string {
  return `/addresses/${encodeURIComponent(text).replaceAll('%3A', ':')}`;
}
