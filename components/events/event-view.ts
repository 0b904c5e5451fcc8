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
  format: string;
  action: string;
  stage: string;
  code: number | null;
  dsn: string | null;
  dnsbl: string | null;
  sender: string | null;
  templateId: number | null;
  pattern: string | null;
  variable: boolean;
  recipient: string | null;
}

/** The columns a person may choose, in their order, with the width each takes at least and its share of the rest. */
export const EVENT_COLUMNS = [
  { name: 'time', width: 'minmax(206px, 0.5fr)', usual: true },
  { name: 'address', width: 'minmax(128px, 0.6fr)', usual: true },
  { name: 'who', width: 'minmax(150px, 1fr)', usual: true },
  { name: 'refused', width: 'minmax(96px, 0.3fr)', usual: true },
  { name: 'dnsbl', width: 'minmax(120px, 0.5fr)', usual: false },
  { name: 'action', width: 'minmax(96px, 0.3fr)', usual: false },
  { name: 'server', width: 'minmax(76px, 0.2fr)', usual: false },
  { name: 'sender', width: 'minmax(190px, 1.2fr)', usual: true },
  { name: 'recipient', width: 'minmax(150px, 1fr)', usual: true },
] as const;
export type EventColumn = (typeof EVENT_COLUMNS)[number]['name'];

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
