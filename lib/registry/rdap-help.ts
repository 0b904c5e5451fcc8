import { objectsOf, parseJson, textMember, textsOf } from './answers/json';
import type { RdapRow } from './rdap-servers';
import type { QuestionKind, Questions } from './servers';

/** The path, below the base, of what a server says of itself (RFC 9082, 3.1.6). */
export const HELP_PATH = 'help';

/** `ips/reverse_search/entity?fn=…`: what is searched, by which property of an entity (RFC 9536, section 3). */
const REVERSE = /^([a-z]+)\/reverse_search\/entity\?([a-z]+)=/;

/** Whether a question is a search that a server announces in its help where it has it; look-ups need no announcement. */
export function isAnnouncedSearch({ questions }: RdapRow, kind: QuestionKind): boolean {
  const template = questions[kind];
  return template !== null && (REVERSE.test(template) || template.includes('rirSearch1/'));
}

/** Whether help can be read as such: else it says nothing of what there is. */
export function isHelp(text: string): boolean {
  return textsOf(parseJson(text), 'rdapConformance').length > 0;
}

/**
 * The row with only those searches that the server's own help announces: reverse search by each property (RFC 9536)
 * and networks above and below (RFC 9910). Help that cannot be read takes nothing away: the answer to the search itself
 * will tell.
 */
export function limitByHelp(row: RdapRow, helpText: string): RdapRow {
  if (!isHelp(helpText)) return row;
  const root = parseJson(helpText);
  const conforms = textsOf(root, 'rdapConformance');
  const properties = objectsOf(root, 'reverse_search_properties').filter((one) =>
    /^entit(?:y|ies)$/.test(textMember(one, 'relatedResourceType') ?? ''),
  );
  const offered = (template: string | null): string | null => {
    const [, searched, property] = REVERSE.exec(template ?? '') ?? [];
    const isListed = properties.some(
      (one) => textMember(one, 'searchableResourceType') === searched && textMember(one, 'property') === property,
    );
    if (property !== undefined && !isListed) return null;
    return template?.includes('rirSearch1/') && !conforms.includes('rirSearch1') ? null : template;
  };
  const { questions } = row;
  const limited: Questions = {
    ...questions,
    pivot: offered(questions.pivot),
    'pivot-organisation': offered(questions['pivot-organisation']),
    'pivot-name': offered(questions['pivot-name']),
    'pivot-email': offered(questions['pivot-email']),
    inside: offered(questions.inside),
    around: offered(questions.around),
  };
  return { ...row, questions: limited };
}
