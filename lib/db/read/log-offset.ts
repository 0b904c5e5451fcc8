import { one } from '../connection';

/** The zone of the newest refusal, minutes east of UTC: that of the log as it is written now. 0 where there is none. */
export function readLogOffset(): number {
  return (
    one<{ minutes: number }>(
      'SELECT k.utcOffsetMinutes AS minutes FROM Event e JOIN Kind k ON k.id = e.kindId ORDER BY e.timeMs DESC LIMIT 1',
    )?.minutes ?? 0
  );
}
