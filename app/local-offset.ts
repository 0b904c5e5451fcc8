/** The machine's offset at a moment, minutes east of UTC: the zone of times that no log wrote. */
export function localOffset(timeMs: number): number {
  return -new Date(timeMs).getTimezoneOffset();
}
