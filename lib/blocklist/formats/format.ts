import { type Family, formatPrefix, type Prefix, parsePrefix, type RuleFormat, type RuleOptions } from '@/lib/model';

/** A way to write a block list down for one tool. */
export interface RuleWriter {
  id: RuleFormat;
  /** The end of the file's name, with its dot. */
  ending: string;
  mediaType: string;
  /** Whether its rules stand among others, before or behind them: `place`. */
  hasPlace: boolean;
  /** The whole file. `prefixes` are aggregated, and of one family or of both. */
  write(prefixes: readonly Prefix[], options: RuleOptions): string;
  /** Reads back what `write` wrote, in its own order. Throws on any line that `write` does not write. */
  readBack(text: string): Prefix[];
}

export const MAIL_PORTS = '25,465,587';

/** The text of a file: LF after every line. */
export function joinLines(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

export function ofFamily(prefixes: readonly Prefix[], family: Family): Prefix[] {
  return prefixes.filter((prefix) => prefix.family === family);
}

/** A prefix exactly as we write it: no host bits, no leading zeros, length given. */
export function readCanonicalPrefix(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (!prefix || formatPrefix(prefix) !== text) throw new Error(`not a prefix as we write it: ${JSON.stringify(text)}`);
  return prefix;
}

/**
 * Reads a file line by line: lines equal to one of `frame` or matching `rule` are ours, comments are
 * passed over, anything else throws. The first group of `rule` is the prefix.
 */
export function readRuleLines(text: string, rule: RegExp, frame: readonly RegExp[]): Prefix[] {
  if (!text.endsWith('\n') || /[^\n\t\x20-\x7e]/.test(text))
    throw new Error('a rule file is plain ASCII with LF line ends');
  const prefixes: Prefix[] = [];
  for (const line of text.slice(0, -1).split('\n')) {
    const found = rule.exec(line)?.[1];
    if (found !== undefined) prefixes.push(readCanonicalPrefix(found));
    else if (!line.startsWith('# ') && !frame.some((known) => known.test(line))) {
      throw new Error(`not a line of ours: ${JSON.stringify(line)}`);
    }
  }
  return prefixes;
}
