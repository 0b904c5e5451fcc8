/**
 * The day of a registry's date as ISO `YYYY-MM-DD`, as the registry writes it (no zone is applied):
 * `2012/12/05 08:30:31(JST)`, `2012-12-05T…`, `20121205`.
 * @returns null where the text begins with no date, or one that is in no calendar.
 */
export function readDate(text: string | null | undefined): string | null {
  const match = /^\s*(\d{4})([-/]?)(\d{2})\2(\d{2})(?!\d)/.exec(text ?? '');
  if (!match) return null;
  const [, year, , month, day] = match;
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // A day the month does not have rolls over into the next one.
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}
