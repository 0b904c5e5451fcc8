import { one } from '../connection';
import { PLACEHOLDERS } from '../sender-variables';

/** What a variable part of a template stands for. */
export const TEMPLATE_PARTS = ['digits', 'hex', 'recipient', 'label'] as const;
export type TemplatePart = (typeof TEMPLATE_PARTS)[number];

/** A sender template. */
export interface TemplateRow {
  id: number;
  /** '' is the null sender of a bounce. */
  pattern: string;
  /** What varies in it, each once, in the order in which they stand. */
  parts: TemplatePart[];
}

/** A template by its id. */
export function readTemplate(id: number): TemplateRow | undefined {
  const row = one<{ id: number; pattern: string }>('SELECT id, pattern FROM Template WHERE id = ?', id);
  return row && { ...row, parts: partsOf(row.pattern) };
}

/** What varies in a template. */
export function partsOf(pattern: string): TemplatePart[] {
  const parts = new Set<TemplatePart>();
  let rest = pattern;
  for (let found = PLACEHOLDERS.exec(rest); found; found = PLACEHOLDERS.exec(rest)) {
    const name = found[0].slice(1, -1);
    parts.add(TEMPLATE_PARTS.find((part) => part === name) ?? 'label');
    rest = rest.slice(found.index + found[0].length);
  }
  return [...parts];
}
