import { resumeLane } from '@/lib/db/write/jobs';
import type { Context } from './context';

/** Reads the uploads that wait for room on the disk at once, whenever their next try would be. */
export function resumeReading(context: Context): void {
  resumeLane('ingest', context.nowMs);
}
