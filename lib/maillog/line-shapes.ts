import type { Unparsed, UnparsedReason } from '@/lib/model';

/** Lines of one shape that were not understood for one reason. */
export interface ShapeGroup {
  reason: UnparsedReason;
  /** The line with its variable parts masked: `{month} # #:#:# mx postfix/smtpd[#]: NOQUEUE: reject: …`. */
  shape: string;
  count: number;
  samples: Array<{ line: number; text: string }>;
}

/** The groups, the largest first, and how many lines are in none. */
export interface Shapes {
  groups: ShapeGroup[];
  others: number;
}

const MOST_GROUPS = 200;
const SAMPLES = 3;
/** Of a line, so many bytes are looked at and kept; the rest says no more about its shape. */
const SAMPLE_BYTES = 512;
const SHAPE_LENGTH = 160;
const MONTH = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)$/;

/**
 * A line with what varies from line to line masked: what stands in angle brackets, IPv4 addresses, months, and every
 * word with a digit. Linear in the line.
 */
export function maskLine(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '<…>')
    .replace(/[0-9A-Za-z]+/g, (word) => (/\d/.test(word) ? '#' : MONTH.test(word) ? '{month}' : word))
    .replace(/#\.#\.#\.#/g, '{address}')
    .slice(0, SHAPE_LENGTH);
}

/** Groups lines by reason and shape while a log is read: at most 200 groups, the others only counted. */
export class LineShapes {
  private readonly groups = new Map<string, ShapeGroup>();
  private readonly decoder = new TextDecoder();
  /** Lines of other shapes than those that have a group. */
  private others = 0;

  add({ reason, line }: Pick<Unparsed, 'reason' | 'line'>, raw: Uint8Array): void {
    const text = this.decoder.decode(raw.subarray(0, SAMPLE_BYTES));
    const shape = maskLine(text);
    const key = `${reason} ${shape}`;
    let group = this.groups.get(key);
    if (!group) {
      if (this.groups.size >= MOST_GROUPS) {
        this.others++;
        return;
      }
      group = { reason, shape, count: 0, samples: [] };
      this.groups.set(key, group);
    }
    group.count++;
    if (group.samples.length < SAMPLES) group.samples.push({ line, text });
  }

  result(): Shapes {
    return { groups: [...this.groups.values()].sort((a, b) => b.count - a.count), others: this.others };
  }
}
