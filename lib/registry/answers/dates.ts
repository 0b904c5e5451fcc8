/**
 * The day of a registry's date as ISO `YYYY-MM-DD`, as the registry writes it (no zone is applied):
 * `2012/12/05 08:30:31(JST)`, `2012-12-05T…`, `20121205`.
 * @returns null where the text begins with no date.
 */
export function readDate(text: string | null | undefined): string | null {
  const match = /^\s*(\d{4})([-/]?)(\d{2})\2(\d{2})(?!\d)/.exec(text ?? '');
  if (!match) return null;
  const [, year, , month, day] = match;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  return `${year}-${month}-${day}`;
}
