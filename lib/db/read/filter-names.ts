import { type FieldName, type Filter, printTerm } from '@/lib/filter';
import { one } from '../connection';

const NAMES: Readonly<Partial<Record<FieldName, string>>> = {
  net: 'SELECT text AS name FROM Network WHERE id = ?',
  org: 'SELECT name FROM Organisation WHERE id = ?',
  operator: 'SELECT name FROM Operator WHERE publicId = ?',
  contact: 'SELECT handle AS name FROM Contact WHERE id = ?',
  template: 'SELECT pattern AS name FROM Template WHERE id = ?',
  upload: 'SELECT name FROM Upload WHERE publicId = ?',
};

/** What the ids in a filter stand for, by their terms' texts (`org:#3`); several names where a term has several. */
export function readFilterNames({ terms }: Filter): Record<string, string> {
  return Object.fromEntries(
    terms.flatMap((term): Array<[string, string]> => {
      const query = NAMES[term.field];
      const names = term.values.flatMap((value) =>
        query !== undefined && value.kind === 'id' ? (one<{ name: string }>(query, value.id)?.name ?? []) : [],
      );
      return names.length > 0 ? [[printTerm({ ...term, negated: false }), names.join(', ')]] : [];
    }),
  );
}
