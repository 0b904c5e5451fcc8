import {
  type BlockList,
  type Family,
  formatPrefix,
  type Prefix,
  prefixToRange,
  type RuleFormat,
  type RuleOptions,
} from '@/lib/model';
import { aggregate, isSameSet } from './aggregate';
import { RULE_WRITERS } from './formats';
import { type RuleWriter, readCanonicalPrefix } from './formats/format';
import { findGuard } from './guards';

export interface RenderOptions extends RuleOptions {
  /** Only this family; without it all prefixes go into one text that the tools of both can load. */
  family?: Family;
}

export interface RuleFile {
  /** Safe as a file name and in a header: our own words and id only. */
  name: string;
  mediaType: string;
  text: string;
}

/**
 * Writes a block list for one tool. Nothing but our prefixes, our id and fixed words goes in; the text
 * is read back, and the set that comes out must be the set that went in.
 * @throws Error, a fault of ours: an id outside `[0-9a-z-]{1,40}`, a guarded prefix, or a text that does
 * not read back.
 */
export function renderRules(list: Pick<BlockList, 'prefixes'>, format: RuleFormat, options: RenderOptions): RuleFile {
  const { family, id } = options;
  if (!/^[0-9a-z-]{1,40}$/.test(id)) throw new Error(`not an id of ours: ${JSON.stringify(id)}`);
  const writer = findWriter(format);
  const wanted = list.prefixes.filter((prefix) => family === undefined || prefix.family === family);
  const ranges = wanted.map((prefix) => prefixToRange(readCanonicalPrefix(formatPrefix(prefix))));
  const prefixes = aggregate(ranges);
  for (const prefix of prefixes) assertUnguarded(prefix);
  const text = writer.write(prefixes, options);
  if (!isSameSet(writer.readBack(text).map(prefixToRange), ranges)) {
    throw new Error(`the ${format} rules of ${id} do not read back as they were meant`);
  }
  const part = family === undefined ? '' : `-v${family}`;
  return { name: `ringleader-${id}${part}${writer.ending}`, mediaType: writer.mediaType, text };
}

/**
 * The prefixes in a text that {@link renderRules} wrote.
 * @throws Error on any line that it does not write.
 */
export function readBackRules(text: string, format: RuleFormat): Prefix[] {
  return findWriter(format).readBack(text);
}

function findWriter(format: RuleFormat): RuleWriter {
  const writer = RULE_WRITERS.find(({ id }) => id === format);
  if (!writer) throw new Error(`no such rule format: ${JSON.stringify(format)}`);
  return writer;
}

function assertUnguarded(prefix: Prefix): void {
  const guard = findGuard(prefixToRange(prefix), []);
  if (guard) throw new Error(`${formatPrefix(prefix)} must not be blocked: ${guard.reason.key}`);
}
