import { objectsOf, parseJson, textMember, textsOf } from './answers/json';
import type { RdapRow } from './rdap-servers';
import type { Questions } from './servers';

/** The path, below the base, of what a server says of itself (RFC 9082, 3.1.6). */
export const HELP_PATH = 'help';

/**
 * The row with only those searches that the server's own help announces: reverse search by handle (RFC 9536) and
 * networks above and below (RFC 9910). Look-ups need no announcement, and help that cannot be read takes nothing
 * away: the answer to the search itself will tell.
 */
export function limitByHelp(row: RdapRow, helpText: string): RdapRow {
  const root = parseJson(helpText);
  const conforms = textsOf(root, 'rdapConformance');
  if (conforms.length === 0) return row;
  const byHandle = objectsOf(root, 'reverse_search_properties').some(
    (one) =>
      textMember(one, 'searchableResourceType') === 'ips' &&
      /^entit(?:y|ies)$/.test(textMember(one, 'relatedResourceType') ?? '') &&
      textMember(one, 'property') === 'handle',
  );
  const offered = (template: string | null): string | null => {
    if (template?.includes('reverse_search/') && !byHandle) return null;
    return template?.includes('rirSearch1/') && !conforms.includes('rirSearch1') ? null : template;
  };
  const { questions } = row;
  const limited: Questions = {
    ...questions,
    pivot: offered(questions.pivot),
    'pivot-organisation': offered(questions['pivot-organisation']),
    inside: offered(questions.inside),
    around: offered(questions.around),
  };
  return { ...row, questions: limited };
}
