import type { Rejection } from '@/lib/model';

const DAY = 86_400_000;
const SPECIAL = /["\\\u0000-\u001f\u007f-\uffff]/;
/** Controls of both kinds, and what is invisible or turns the direction of writing. */
const UNSEEN =
  /["\\\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]/g;
const TWO_DIGITS = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'));

let day = Number.NaN;
let dayText = '';
let offset = Number.NaN;
let offsetText = '';

/**
 * One refusal as a line of NDJSON, without the line end. Nothing in it can steer a terminal: controls
 * and marks of direction are written as `\u` escapes.
 */
export function toNdjson(r: Rejection): string {
  return (
    `{"line":${r.line},"format":"${r.format}","time":"${formatTime(r.timeMs, r.utcOffsetMinutes)}` +
    `","host":${quote(r.host)},"daemon":${quote(r.daemon)},"pid":${r.pid},"queueId":${orNull(r.queueId)}` +
    `,"action":"${r.action}","stage":${quote(r.stage)},"clientName":${orNull(r.clientName)}` +
    `,"clientAddress":${orNull(r.clientAddress)},"clientPort":${r.clientPort},"code":${r.code},"dsn":${orNull(r.dsn)}` +
    `,"text":${quote(r.text)},"dnsbl":${orNull(r.dnsbl)},"sender":${orNull(r.sender)}` +
    `,"recipient":${orNull(r.recipient)},"proto":${orNull(r.proto)},"helo":${orNull(r.helo)}` +
    `,"saslUsername":${orNull(r.saslUsername)}}`
  );
}

function orNull(text: string | null): string {
  return text === null ? 'null' : quote(text);
}

function quote(text: string): string {
  return SPECIAL.test(text) ? `"${text.replace(UNSEEN, escapeUnit)}"` : `"${text}"`;
}

function escapeUnit(unit: string, at: number, whole: string): string {
  if (unit === '"' || unit === '\\') return `\\${unit}`;
  const code = unit.charCodeAt(0);
  // A pair of surrogates is one visible character and stays; tag characters (U+E0000 …) are unseen.
  if (code >= 0xd800 && code <= 0xdbff && code !== 0xdb40 && isLow(whole.charCodeAt(at + 1))) return unit;
  if (isLow(code) && whole.charCodeAt(at - 1) >= 0xd800 && whole.charCodeAt(at - 1) <= 0xdbff) {
    if (whole.charCodeAt(at - 1) !== 0xdb40) return unit;
  }
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** `YYYY-MM-DDTHH:MM:SS[.mmm]±HH:MM`. The last day's text is kept: a log's records share it. */
function formatTime(timeMs: number, offsetMinutes: number): string {
  const wall = timeMs + offsetMinutes * 60_000;
  const thisDay = Math.floor(wall / DAY);
  if (thisDay !== day) {
    day = thisDay;
    dayText = `${new Date(thisDay * DAY).toISOString().slice(0, 10)}T`;
  }
  if (offsetMinutes !== offset) {
    offset = offsetMinutes;
    const minutes = Math.abs(offsetMinutes);
    offsetText = `${offsetMinutes < 0 ? '-' : '+'}${TWO_DIGITS[Math.floor(minutes / 60)]}:${TWO_DIGITS[minutes % 60]}`;
  }
  const ms = wall - thisDay * DAY;
  const seconds = Math.floor(ms / 1000);
  const fraction = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`;
  const clock = `${TWO_DIGITS[Math.floor(seconds / 3600)]}:${TWO_DIGITS[Math.floor(seconds / 60) % 60]}:${TWO_DIGITS[seconds % 60]}`;
  return dayText + clock + fraction + offsetText;
}
