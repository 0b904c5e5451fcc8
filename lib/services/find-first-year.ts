import { open } from 'node:fs/promises';
import { type CalendarDay, createParser, firstYearFor, readCalendarDay } from '@/lib/maillog';
import { recognise } from './containers/recognise';
import { openLog } from './open-log';

const SAMPLES = 64;
const SAMPLE_BYTES = 16_384;

/**
 * The year of a log's first stamp, where the user gave that of its last. A large plain file is looked at in
 * some places only; a compressed or small one is read through.
 * @throws UserError as {@link openLog} and its chunks do.
 */
export async function findFirstYear(path: string, lastYear: number): Promise<number> {
  const days = await sampleDays(path);
  return days ? firstYearFor(lastYear, days) : lastYear - (await countNewYears(path));
}

async function countNewYears(path: string): Promise<number> {
  const nothing = () => undefined;
  const options = { zone: 'UTC', firstYear: 2000, referenceMs: 0 };
  const parser = createParser(options, { rejection: nothing, unparsed: nothing });
  for await (const chunk of (await openLog(path)).chunks) parser.push(chunk);
  return parser.end().yearsCrossed;
}

/** Days of the file in its order, the first and the last included; null where it is small or compressed. */
async function sampleDays(path: string): Promise<CalendarDay[] | null> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    if (size < SAMPLES * SAMPLE_BYTES) return null;
    const buffer = Buffer.alloc(SAMPLE_BYTES);
    const days: CalendarDay[] = [];
    for (let i = 0; i < SAMPLES; i++) {
      const at = Math.floor(((size - SAMPLE_BYTES) * i) / (SAMPLES - 1));
      const { bytesRead } = await handle.read(buffer, 0, SAMPLE_BYTES, at);
      if (i === 0 && recognise(buffer) !== null) return null;
      const lines = buffer.toString('latin1', 0, bytesRead).split('\n');
      // All but the first sample begin within a line.
      days.push(...lines.slice(i === 0 ? 0 : 1).flatMap((line) => readCalendarDay(line) ?? []));
    }
    return days;
  } finally {
    await handle.close();
  }
}
