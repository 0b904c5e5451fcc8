import type { FieldName } from '@/lib/filter';
import { all } from '../connection';

/** A value that a field has in the data. */
export interface Suggestion {
  value: string;
  /** What it is, where the value does not say it. */
  label?: string;
}

const MOST = 12;
const LIKE = "LIKE ? ESCAPE '\\'";

/** Values of a field by what they contain; the best known first. */
const QUERIES: Readonly<Partial<Record<FieldName, string>>> = {
  ip: `SELECT text AS value FROM Address WHERE text ${LIKE} AND events > 0 ORDER BY events DESC`,
  net: `SELECT DISTINCT text AS value, name AS label FROM Network WHERE text ${LIKE} OR name ${LIKE} ORDER BY firstBytes`,
  org: `SELECT DISTINCT name AS value FROM Organisation WHERE name ${LIKE} ORDER BY name`,
  operator: `SELECT DISTINCT name AS value FROM Operator WHERE name ${LIKE} ORDER BY score DESC`,
  contact: `SELECT DISTINCT handle AS value, name AS label FROM Contact WHERE handle ${LIKE} OR name ${LIKE} ORDER BY handle`,
  asn: `SELECT DISTINCT 'AS' || asn AS value, name AS label FROM Announcement WHERE 'AS' || asn ${LIKE} OR name ${LIKE} ORDER BY asn`,
  country: `SELECT DISTINCT country AS value FROM Network WHERE country ${LIKE} ORDER BY country`,
  registry: `SELECT DISTINCT registry AS value FROM Network WHERE registry ${LIKE} ORDER BY registry`,
  template: `SELECT pattern AS value FROM Template WHERE pattern ${LIKE} ORDER BY id`,
  sender: `SELECT pattern AS value FROM Template WHERE NOT variable AND pattern ${LIKE} ORDER BY id`,
  recipient: `SELECT text AS value FROM Recipient WHERE text ${LIKE} ORDER BY id`,
  service: `SELECT DISTINCT service AS value FROM Recipient WHERE service ${LIKE} ORDER BY service`,
  stage: `SELECT DISTINCT stage AS value FROM Kind WHERE stage ${LIKE} ORDER BY stage`,
  action: `SELECT DISTINCT action AS value FROM Kind WHERE action ${LIKE} ORDER BY action`,
  code: `SELECT DISTINCT code AS value FROM Kind WHERE code ${LIKE} ORDER BY code`,
  dsn: `SELECT DISTINCT dsn AS value FROM Kind WHERE dsn ${LIKE} ORDER BY dsn`,
  dnsbl: `SELECT DISTINCT dnsbl AS value FROM Kind WHERE dnsbl ${LIKE} ORDER BY dnsbl`,
  upload: `SELECT name AS value FROM Upload WHERE name ${LIKE} ORDER BY id DESC`,
};

/** A few values of a field that contain a text, whatever its case; none for a field without values of its own. */
export function suggestValues(field: FieldName, text: string): Suggestion[] {
  const query = QUERIES[field];
  if (query === undefined) return [];
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const params = query
    .split('?')
    .slice(1)
    .map(() => pattern);
  return all<{ value: string | number; label?: string | null }>(`${query} LIMIT ${MOST}`, ...params).map(
    ({ value, label }) => ({ value: String(value), ...(label == null ? {} : { label }) }),
  );
}
