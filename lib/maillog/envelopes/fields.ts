/** A record that comes as named fields: journald's, or that of a shipper of logs. */
import { joinPieces, type Layer, type Piece, standInFor, takeRest } from './layer';
import { writeStamp } from './journald';
import { BSD_STAMP } from './patterns';
import { type OuterStamp, putUnderStamp, stampPieces } from './under-stamp';

/** Gives the field of a name; null where there is none. Names are ours, never a stranger's. */
export type Lookup = (name: string) => Piece | null;

const MESSAGE = ['MESSAGE', 'message', 'msg', 'log'];
const HOST = ['_HOSTNAME', 'hostname', 'host', 'HOST'];
const PROGRAM = [
  'SYSLOG_IDENTIFIER',
  'syslogtag',
  'PROGRAM',
  'program',
  'programname',
  'ident',
  'identifier',
  'app-name',
  'appname',
  'app_name',
];
const PID = ['SYSLOG_PID', '_PID', 'PID', 'pid', 'procid'];
const TIME = [
  '__REALTIME_TIMESTAMP',
  '@timestamp',
  'timestamp',
  'timereported',
  'time',
  'ISODATE',
  'isodate',
  'ts',
  'date',
];

/** Every field that is looked at. */
export const FIELD_NAMES: readonly string[] = [...MESSAGE, ...HOST, ...PROGRAM, ...PID, ...TIME];
/** Those of the message itself, in the order they are looked for. */
export const MESSAGE_FIELDS: readonly string[] = MESSAGE;

/**
 * Writes the record as a line of syslog. Where no field names its program, the message is the line itself.
 * @returns null where there is no message.
 */
export function joinFields(lookup: Lookup): Layer | null {
  const message = trimMessage(find(lookup, MESSAGE));
  if (!message) return null;
  const program = find(lookup, PROGRAM);
  const stamp = readTime(find(lookup, TIME));
  const tag = program && /^([^\s:[\]]{1,128})(?:\[(\d{1,10})\])?:?$/.exec(program.text);
  if (!program || !tag || !stamp) return putUnderStamp(stamp?.year === true ? stamp : null, message);
  const host = find(lookup, HOST);
  const pid = find(lookup, PID);
  const id = tag[2] ?? (pid && /^\d{1,10}$/.test(pid.text) ? pid.text : null);
  const hostText = host && /^[^\s[\]]{1,255}$/.test(host.text) ? host.text : '-';
  return joinPieces([
    ...stampPieces(stamp),
    standInFor(program, `${hostText} ${tag[1] ?? ''}${id === null ? '' : `[${id}]`}: `),
    message,
  ]);
}

function find(lookup: Lookup, names: readonly string[]): Piece | null {
  for (const name of names) {
    const field = lookup(name);
    if (field) return field;
  }
  return null;
}

/** Without the blank that syslog leaves before a message, and without its line end. */
function trimMessage(message: Piece | null): Piece | null {
  if (!message) return null;
  const piece = takeRest(message, message.text.startsWith(' ') ? 1 : 0);
  return { ...piece, text: piece.text.replace(/\r?\n$/, '') };
}

const ISO = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:?\d\d)?$/;
const BSD = new RegExp(`^${BSD_STAMP}$`);

/** A field's time as a stamp: text, or seconds, milliseconds or microseconds since 1970 by their size. */
function readTime(field: Piece | null): (OuterStamp & { year: boolean }) | null {
  if (!field) return null;
  const { text } = field;
  if (BSD.test(text)) return { text, source: field, year: false };
  const iso = ISO.exec(text);
  if (iso) return { source: field, text: `${iso[1]}T${iso[2]}${iso[3] ?? ''}`, year: iso[3] !== undefined };
  if (!/^\d{9,16}(?:\.\d{1,9})?$/.test(text)) return null;
  const count = Number(text);
  const stamp = writeStamp(count < 1e11 ? Math.round(count * 1000) : Math.floor(count < 1e14 ? count : count / 1000));
  return stamp === null ? null : { source: field, text: stamp, year: true };
}
