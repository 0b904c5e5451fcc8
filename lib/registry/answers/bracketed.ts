import type { ListedNetwork } from '@/lib/model';
import { scanLines } from './bracketed-lines';
import { scanRunOn } from './bracketed-run-on';
import type { Field } from './field';
import { FIRST_FIELDS, fieldKey, KNOWN_LABEL } from './labels';

export type { Field } from './field';

/** What stands under one title: an object of JPNIC or JPRS. */
export interface Section {
  kind: 'network' | 'contact' | 'group' | 'as' | 'domain' | 'public-contact' | 'other';
  fields: Field[];
  listed: ListedNetwork[];
  /** Where it stands in the text, title included. */
  start: number;
  end: number;
  /** Its fields stood on one line, so the wording of the text tells less. */
  runOn: boolean;
}

/** A title, perhaps with its Japanese twin, and the first field behind it. */
const TITLE =
  '(?:Network|Group Contact|Contact|Autonomous System|Domain|Host) Information:\\s*(?:\\[[^\\[\\]]*\\]\\s*)?';
const START = new RegExp(`(?:${TITLE})?(?:${KNOWN_LABEL})`, 'gi');
const LABELS = new RegExp(KNOWN_LABEL, 'gi');

/**
 * Finds the objects of a JPNIC or JPRS answer. Where each field has its own line only labels at the
 * start of a line count, so that a value with brackets in it forges nothing. Where the lines were joined
 * on the way (a web page, a ticket) the known labels part the fields.
 */
export function scanSections(text: string): Section[] {
  const sections: Section[] = [];
  START.lastIndex = 0;
  for (let match = START.exec(text); match; match = START.exec(text)) {
    const titled = /Information:/i.test(match[0]);
    const key = fieldKey(match.groups?.['label'] ?? '');
    if (!titled && !(key && FIRST_FIELDS.has(key))) continue;
    const from = match.index + match[0].length - (match[0].match(LABELS)?.at(-1)?.length ?? 0);
    const runOn = (titled && !text.slice(match.index, from).includes('\n')) || isShared(text, from);
    const { fields, listed, end } = runOn ? scanRunOn(text, from) : scanLines(text, from);
    sections.push({ kind: kindOf(fields, sections.at(-1)), fields, listed, start: match.index, end, runOn });
    START.lastIndex = Math.max(end, match.index + match[0].length);
  }
  return sections;
}

/** Whether another field begins on the line of an object's first one, whose value is the registry's own. */
function isShared(text: string, from: number): boolean {
  LABELS.lastIndex = from;
  LABELS.exec(text);
  const second = LABELS.exec(text);
  return second !== null && !text.slice(from, second.index).includes('\n');
}

function kindOf(fields: readonly Field[], before: Section | undefined): Section['kind'] {
  switch (fields[0]?.key) {
    case 'range':
      return 'network';
    case 'handle':
      return 'contact';
    case 'group-handle':
      return 'group';
    case 'as-number':
      return 'as';
    case 'domain':
      return 'domain';
    default:
      return before?.kind === 'domain' ? 'public-contact' : 'other';
  }
}
