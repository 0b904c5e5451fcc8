import type { Rejection } from '@/lib/model';

/** One refusal as a row. */
export interface EventView {
  id: number;
  timeMs: number;
  utcOffsetMinutes: number;
  address: string | null;
  networkId: number | null;
  network: string | null;
  organisationId: number | null;
  organisation: string | null;
  action: string;
  stage: string;
  code: number | null;
  dsn: string | null;
  sender: string | null;
  templateId: number | null;
  pattern: string | null;
  variable: boolean;
  recipient: string | null;
}

/** A filter's entry as a chip: what it is, its value as shown, and the URL without it. */
export interface FilterChip {
  name: FilterName;
  value: string;
  removeHref: string;
}

export const FILTER_NAMES = [
  'upload',
  'operator',
  'address',
  'network',
  'organisation',
  'template',
  'recipient',
  'action',
  'stage',
  'code',
  'sender',
  'from',
  'to',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** The fields of a record that the drawer lists, in this order. */
export const RECORD_FIELDS = [
  'host',
  'daemon',
  'pid',
  'queueId',
  'action',
  'stage',
  'clientName',
  'clientAddress',
  'clientPort',
  'code',
  'dsn',
  'text',
  'dnsbl',
  'sender',
  'recipient',
  'proto',
  'helo',
  'saslUsername',
] as const satisfies ReadonlyArray<keyof Rejection>;
