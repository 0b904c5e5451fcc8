import { type Action, LOG_FORMATS } from '@/lib/model';
import { type FieldName, HAS_WORDS } from './filter';
import { WEEKDAYS } from './number-words';

/** Every action, so that a new one is missed by the compiler. */
const ACTIONS: Readonly<Record<Action, true>> = {
  reject: true,
  reject_warning: true,
  hold: true,
  discard: true,
  redirect: true,
  hangup: true,
  'milter-reject': true,
  'milter-hold': true,
  'milter-discard': true,
  'proxy-reject': true,
};

/** What can be offered without looking at the data, as it stands behind the colon. */
const VALUES: ReadonlyMap<FieldName, readonly string[]> = new Map<FieldName, readonly string[]>([
  ['action', Object.keys(ACTIONS)],
  ['after', ['1h', '24h', '7d', '30d']],
  ['before', ['1h', '24h', '7d', '30d']],
  ['code', ['4xx', '5xx']],
  ['has', HAS_WORDS],
  ['hour', ['0-5', '6-11', '12-17', '18-23']],
  ['server', LOG_FORMATS],
  ['weekday', [...WEEKDAYS, 'mon-fri', 'sat-sun']],
]);

/** Fields of which only the data knows the values. `code` has its classes, and the data its codes. */
const FROM_DATA: ReadonlySet<FieldName> = new Set<FieldName>([
  'ip',
  'net',
  'org',
  'operator',
  'contact',
  'asn',
  'country',
  'registry',
  'sender',
  'recipient',
  'template',
  'service',
  'stage',
  'code',
  'dsn',
  'dnsbl',
  'upload',
]);

/** The values of a field that are always the same; none where they come from the data. */
export function staticValues(field: FieldName): readonly string[] {
  return VALUES.get(field) ?? [];
}

/** True where the data has values of this field to offer. */
export function hasDataValues(field: FieldName): boolean {
  return FROM_DATA.has(field);
}
