import type { Scan } from './field';
import {
  FIRST_FIELDS,
  type FieldKey,
  fieldKey,
  KNOWN_LABEL,
  LIST_HEAD,
  listRelation,
  NO_MATCH,
  NOTICE,
} from './labels';
import { readListedRun } from './listed';

/** A field, the head of a list, or where the object is over: the next title, a notice. */
const BOUNDARY = `${KNOWN_LABEL}|(?<head>${LIST_HEAD})|(?:Network|(?:Group )?Contact|Autonomous System|Domain|Host) Information:|${NOTICE.source}`;

/**
 * Values that have a form of their own end where that form ends: behind the last field of an object
 * there may be any prose.
 */
const FORMS: ReadonlyMap<FieldKey, RegExp> = new Map([
  ['range', /^[0-9A-Fa-f.:/]+(?:\s*-\s*[0-9A-Fa-f.:]+)?/],
  ['admin', /^[A-Za-z0-9-]+/],
  ['tech', /^[A-Za-z0-9-]+/],
  ['handle', /^[A-Za-z0-9-]+/],
  ['group-handle', /^[A-Za-z0-9-]+/],
  ['abuse', /^[^\s@]+@[A-Za-z0-9.-]+/],
  ['email', /^[^\s@]+@[A-Za-z0-9.-]+/],
  ['reply', /^[^\s@]+@[A-Za-z0-9.-]+/],
  ['allocated', /^\d{4}\/\d{2}\/\d{2}/],
  [
    'updated',
    /^\d{4}\/\d{2}\/\d{2}(?:\s+\d{2}:\d{2}:\d{2})?(?:\s*\([A-Z]{3}\))?(?:\s+[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)?/,
  ],
  ['phone', /^[+\d][\d ()-]*/],
  ['fax', /^[+\d][\d ()-]*/],
  ['reference', /^[A-Za-z]+\/\s*[0-9A-Fa-f.:/-]+/],
]);

/**
 * Reads the fields from `from` on where line breaks were lost: the known labels part them, up to the
 * next object or notice.
 */
export function scanRunOn(text: string, from: number): Scan {
  const scan: Scan = { fields: [], listed: [], end: from };
  const boundary = new RegExp(BOUNDARY, 'gi');
  boundary.lastIndex = from;
  for (let mark = boundary.exec(text); mark && isField(mark); ) {
    const start = mark.index + mark[0].length;
    const next = boundary.exec(text);
    const raw = text.slice(start, next?.index ?? text.length);
    const head = mark.groups?.['head'];
    const label = (mark.groups?.['label'] ?? '').trim();
    const key = fieldKey(label);
    if (key && FIRST_FIELDS.has(key) && scan.fields.length > 0) break;
    mark = next;
    if (head !== undefined) {
      const { listed, length } = readList(raw, head);
      scan.listed.push(...listed);
      scan.end = start + length;
      continue;
    }
    const blank = raw.length - raw.trimStart().length;
    const rest = raw.slice(blank).trimEnd();
    const form = key && FORMS.get(key);
    const value = form ? (form.exec(rest)?.[0] ?? '').trimEnd() : rest;
    scan.fields.push({ key, label, value: value.replace(/\s+/g, ' ') });
    scan.end = value === '' ? start : start + blank + value.length;
  }
  return scan;
}

function isField(mark: RegExpExecArray): boolean {
  return mark.groups?.['label'] !== undefined || mark.groups?.['head'] !== undefined;
}

function readList(raw: string, head: string): { listed: Scan['listed']; length: number } {
  const nothing = new RegExp(`^\\s*-*\\s*(?:${NO_MATCH})`).exec(raw);
  if (nothing) return { listed: [], length: nothing[0].length };
  return readListedRun(raw, listRelation(head));
}
