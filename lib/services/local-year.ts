import { redate } from '@/lib/maillog';

/** The calendar year of a moment in a zone. */
export function localYear(timeMs: number, zone: string): number {
  const { utcOffsetMinutes } = redate({ timeMs, utcOffsetMinutes: 0 }, { yearShift: 0, zone });
  return new Date(timeMs + utcOffsetMinutes * 60_000).getUTCFullYear();
}
