/**
 * Exim writes a refusal into its mainlog and again, word for word, into its rejectlog (`log_write` with
 * `LOG_MAIN|LOG_REJECT`). Where both are in one log, each refusal is to count once, and two refusals that are
 * equal to the second are to count twice.
 */
import type { TextRecord } from './text-format';
import { Sessions } from './text-parts';

/** Tells whether a record only repeats one that was read. */
export interface Copies {
  /** Takes note of when a record was written, whatever it says. */
  enter(timeMs: number): void;
  isCopy(record: TextRecord): boolean;
}

/** Lines that are remembered: a mainlog with more refusals than this is to be read apart from its rejectlog. */
const MOST_KNOWN = 131_072;
/** Processes write in turn, but each takes its stamp before its turn comes. */
const SLACK_MS = 1000;

interface Known {
  part: number;
  /** How often the line stands in that part, and in the part that has it most often. */
  count: number;
  most: number;
}

/**
 * For Exim's own files, one behind the other. Within a file time only grows, so that where it goes back another file
 * begins: a line counts as often as it stands in the file that has it most often.
 */
export function countInFiles(): Copies {
  const known = new Sessions<Known>(MOST_KNOWN);
  let part = 0;
  let latestMs = Number.NEGATIVE_INFINITY;
  return {
    enter(timeMs) {
      if (timeMs < latestMs - SLACK_MS) {
        part++;
        latestMs = timeMs;
      } else latestMs = Math.max(latestMs, timeMs);
    },
    isCopy({ timeMs, message }) {
      const key = `${timeMs} ${hash(message)}`;
      const line = known.get(key);
      if (!line) {
        known.set(key, { part, count: 1, most: 1 });
        return false;
      }
      line.count = line.part === part ? line.count + 1 : 1;
      line.part = part;
      if (line.count <= line.most) return true;
      line.most = line.count;
      return false;
    },
  };
}

/**
 * For syslog, where a process sends both lines, one right after the other (`syslog_duplication`, which is on by
 * default): of equal lines of one process every second one is the copy.
 */
export function pairInSyslog(): Copies {
  const single = new Sessions<{ timeMs: number }>(MOST_KNOWN);
  return {
    enter: () => undefined,
    isCopy({ timeMs, host, pid, message }) {
      const key = `${host ?? ''} ${pid ?? ''} ${hash(message)}`;
      const first = single.get(key);
      if (first && Math.abs(timeMs - first.timeMs) <= SLACK_MS) {
        single.delete(key);
        return true;
      }
      if (first) first.timeMs = timeMs;
      else single.set(key, { timeMs });
      return false;
    },
  };
}

/** Two sums of the text's characters, 64 bits together: for telling lines of one moment apart. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x1000193;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995) ^ (b >>> 13);
  }
  return `${a} ${b} ${text.length}`;
}
