import type { ListedNetwork } from '@/lib/model';
import type { Field, Scan } from './field';
import { FIRST_FIELDS, fieldKey, LIST_HEAD, listRelation, NO_MATCH } from './labels';
import { readListed } from './listed';

const LABEL_LINE = /^\s*(?:[a-z]\.\s*)?\[([^\s[\]][^[\]]{0,59})\]\s*(.*)$/;
const LIST_LINE = new RegExp(`^\\s*(${LIST_HEAD})`);
const QUIET_LINE = new RegExp(`^\\s*(?:-{3,}|${NO_MATCH})\\s*$`);

/**
 * Reads the fields from `from` on, each on its own line, until a line that does not belong to the object:
 * free text, a notice, the next object.
 */
export function scanLines(text: string, from: number): Scan {
  const scan: Scan = { fields: [], listed: [], end: from };
  const lines = new Lines(text, from);
  let relation: ListedNetwork['relation'] | null = null;
  let pending: string[] = [];
  for (let index = 0, at = lines.get(index); at; at = lines.get(++index)) {
    const { line, end } = at;
    const take = (): void => {
      scan.end = end;
    };
    if (line.trim() === '') continue;
    const head = LIST_LINE.exec(line)?.[1];
    if (head !== undefined) {
      relation = listRelation(head);
      pending = [];
      take();
      continue;
    }
    if (relation) {
      const entry = readListed(line, relation);
      if (entry) {
        scan.listed.push({ ...entry, organisation: pending.join(' ') || entry.organisation });
        pending = [];
        take();
        continue;
      }
      if (QUIET_LINE.test(line)) {
        take();
        continue;
      }
      const next = lines.get(index + 1)?.line ?? '';
      if (LABEL_LINE.test(line) || !readListed(next, relation)) break;
      pending.push(line.trim());
      continue;
    }
    const label = LABEL_LINE.exec(line);
    if (label) {
      const field = { key: fieldKey(label[1] ?? ''), label: (label[1] ?? '').trim(), value: (label[2] ?? '').trim() };
      if (field.key && FIRST_FIELDS.has(field.key) && scan.fields.length > 0) break;
      scan.fields.push(field);
      take();
      continue;
    }
    if (!continues(lines, index)) break;
    extend(scan.fields.at(-1), line);
    take();
  }
  return scan;
}

interface Line {
  line: string;
  end: number;
}

/** The lines of a text from a place on, cut only as far as they are asked for. */
class Lines {
  private readonly cut: Line[] = [];

  constructor(
    private readonly text: string,
    private at: number,
  ) {}

  get(index: number): Line | undefined {
    while (this.cut.length <= index && this.at < this.text.length) {
      const newline = this.text.indexOf('\n', this.at);
      const stop = newline < 0 ? this.text.length : newline;
      const line = this.text.slice(this.at, stop);
      this.cut.push({ line, end: stop });
      this.at = stop + 1;
    }
    return this.cut[index];
  }
}

/**
 * Whether the line goes on with the value above it: it is indented, or its indentation was lost and
 * a field of the same object follows within three lines.
 */
function continues(lines: Lines, index: number): boolean {
  const line = lines.get(index)?.line ?? '';
  if (/Information:/.test(line) || /^\s*\[\s/.test(line)) return false;
  if ((lines.get(index - 1)?.line ?? '').trim() === '') return false;
  if (/^\s/.test(line)) return true;
  for (let ahead = 1; ahead <= 3; ahead++) {
    const next = lines.get(index + ahead)?.line ?? '';
    if (next.trim() === '') return false;
    const key = fieldKey(LABEL_LINE.exec(next)?.[1] ?? '');
    if (key) return !FIRST_FIELDS.has(key);
  }
  return false;
}

function extend(field: Field | undefined, line: string): void {
  if (field) field.value = field.value === '' ? line.trim() : `${field.value}\n${line.trim()}`;
}
