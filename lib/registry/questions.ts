import { formatRange, parseRange } from '@/lib/model';
import type { QuestionKind, ServerRow } from './servers';

export interface Question {
  kind: QuestionKind;
  /** An address, a prefix or range, or a handle (for JPRS a domain). */
  key: string;
}

/** Letters and digits first: neither a flag (`-V`) nor a command (`!gAS1`), and nothing unprintable. */
const HANDLE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

/**
 * The query line, without line end, in this registry's own syntax. The key may be a stranger's text:
 * addresses are rewritten in canonical form, and a handle with anything but letters, digits, dot, dash
 * and underscore is refused.
 * @returns null where the registry does not offer the question, or the key is refused.
 */
export function questionText(row: ServerRow, question: Question): string | null {
  const template = row.questions[question.kind];
  if (template === null || (question.kind === 'pivot' && !row.pivot)) return null;
  const key = readKey(question);
  return key === null ? null : template.replace('{key}', () => key);
}

function readKey({ kind, key }: Question): string | null {
  const text = key.replace(/[\r\n]/g, '').trim();
  if (kind === 'pivot' || kind === 'contact') return HANDLE.test(text) ? text : null;
  const range = parseRange(text);
  if (!range) return null;
  if (range.first === range.last) return formatRange(range).replace(/\/\d+$/, '');
  return formatRange(range).replaceAll(' ', '');
}
