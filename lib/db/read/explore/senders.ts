import type { Term } from '@/lib/filter';
import { all } from '../../connection';
import { decodeSender, PLACEHOLDERS } from '../../sender-variables';
import { ANY, canMeet, compileGlob, matchSigns, readGlob, type Run, type Sign } from './glob';
import { emptyMask, likePattern, type Mask } from './masks';

/** What templates say of a sender that is looked for. */
export interface SenderMasks {
  /** Templates all of whose senders match. */
  sure: Mask;
  /** Templates some of whose senders may match: their events are to be looked at one by one. */
  maybe: Mask;
  anyMaybe: boolean;
}

/** The senders that match a glob, or that contain a text, by their templates. */
export function senderMasks(glob: string, contained: boolean): SenderMasks {
  const signs = contained ? [ANY, ...readGlob(glob), ANY] : readGlob(glob);
  const masks = { sure: emptyMask('Template'), maybe: emptyMask('Template'), anyMaybe: false };
  for (const { id, pattern } of all<{ id: number; pattern: string }>('SELECT id, pattern FROM Template')) {
    const text = templateSigns(pattern);
    if (matchSigns(signs, text)) masks.sure[id] = 1;
    else if (canMeet(signs, text)) {
      masks.maybe[id] = 1;
      masks.anyMaybe = true;
    }
  }
  return masks;
}

/** What a template's variable parts can be, as lib/detect writes them. */
const DIGITS: Run = { takes: (character) => character >= '0' && character <= '9' };
const HEX: Run = { takes: (character) => '0123456789abcdef-'.includes(character) };
const RUNS = new Map([
  ['{digits}', DIGITS],
  ['{hex}', HEX],
]);

/** A template's signs, its variable parts as runs. */
function templateSigns(pattern: string): Sign[] {
  const signs: Sign[] = [];
  let rest = pattern.toLowerCase();
  for (let found = PLACEHOLDERS.exec(rest); found; found = PLACEHOLDERS.exec(rest)) {
    signs.push(...rest.slice(0, found.index), RUNS.get(found[0]) ?? ANY);
    rest = rest.slice(found.index + found[0].length);
  }
  return [...signs, ...rest];
}

const READ = `SELECT e.id, t.pattern, e.variables FROM json_each(?) j JOIN Event e ON e.id = j.value JOIN Template t ON t.id = e.templateId`;

/** Of events of templates that may match, those whose sender does. */
export function matchingSenders(ids: readonly number[], glob: string, contained: boolean): Set<number> {
  const matches = compileGlob(contained ? `*${glob}*` : glob);
  const found = new Set<number>();
  for (const { id, pattern, variables } of all<{ id: number; pattern: string; variables: string | null }>(
    READ,
    JSON.stringify(ids),
  )) {
    const sender = decodeSender(pattern, variables);
    if (sender !== null && matches(sender)) found.add(id);
  }
  return found;
}

/** Templates by their own id or text. */
export function templateMask({ values }: Term): Mask {
  const mask = emptyMask('Template');
  for (const value of values) {
    const rows =
      value.kind === 'id'
        ? all<{ id: number }>('SELECT id FROM Template WHERE id = CAST(? AS INTEGER)', value.id)
        : value.kind === 'glob'
          ? all<{ id: number }>("SELECT id FROM Template WHERE pattern LIKE ? ESCAPE '\\'", likePattern(value.text))
          : [];
    for (const { id } of rows) mask[id] = 1;
  }
  return mask;
}
