/** The internal id in a path (`/networks/12`); 0, which no row has, where it is none. */
export function readRowId(text: string): number {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0;
}
