/** What `journalctl` prints besides `short` and `short-iso`, which are plain syslog. */
import { joinPieces, type Layer, standIn, takePart } from './layer';
import { HOST_AND_TAG } from './patterns';
import { readZone, restamp } from './syslog';

const WEEKDAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const SPACED =
  '(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d)(?:[.,](\\d{1,9}))?(?: ?(Z|[A-Z]{2,5}|[+-]\\d\\d(?::?\\d\\d)?))? ';
const SHORT_FULL = new RegExp(`^${WEEKDAY} ${SPACED}(?=${HOST_AND_TAG})`);
const SPACED_ISO = new RegExp(`^${SPACED}(?=${HOST_AND_TAG})`);

/** `Wed 2026-11-04 05:14:21 UTC mx1 postfix/smtpd[1]: …`. */
export function openShortFull(line: string): Layer | null {
  return openSpaced(line, SHORT_FULL);
}

/** `2026-11-04 05:14:21+01:00 mx1 postfix/smtpd[1]: …`: a blank in the place of the T. */
export function openSpacedIso(line: string): Layer | null {
  return openSpaced(line, SPACED_ISO);
}

function openSpaced(line: string, pattern: RegExp): Layer | null {
  const match = pattern.exec(line);
  if (!match) return null;
  const [all, date, time, fraction, zone] = match;
  const stamp = `${date}T${time}${fraction === undefined ? '' : `.${fraction}`}${readZone(zone)}`;
  return restamp(line, stamp, 0, all.length - 1);
}

const UNIT = new RegExp(
  `^${WEEKDAY} ${SPACED}[\\w.:-]{1,255} [\\w-]{1,128}(?=(?:@[\\w.:\\\\-]{0,128})?\\.service(?:/[\\w.@:\\\\-]{1,128})?\\[\\d{1,10}\\]: )`,
);

/** `Wed 2026-11-04 05:14:21 UTC mx1 postfix@-.service[1]: …`: of the unit's name, what stands before its instance. */
export function openWithUnit(line: string): Layer | null {
  const nameEnd = UNIT.exec(line)?.[0].length;
  if (nameEnd === undefined) return null;
  return joinPieces([takePart(line, 0, nameEnd), takePart(line, line.indexOf('[', nameEnd))]);
}

const EPOCH = new RegExp(`^(\\d{9,11})\\.(\\d{1,9}) (?=${HOST_AND_TAG})`);

/** `1793769261.123456 mx1 postfix/smtpd[1]: …`: short-unix. */
export function openEpoch(line: string): Layer | null {
  const match = EPOCH.exec(line);
  const stamp = match && writeStamp(Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0').slice(0, 3)));
  return match && stamp ? restamp(line, stamp, 0, match[0].length - 1) : null;
}

const TAI64N = /^@4([0-9a-f]{15})([0-9a-f]{8}) (?=[\w.\/+-]{1,128}(?:\[\d{1,10}\])?: )/;
/** TAI was ten seconds ahead when Unix time began; daemontools knows of no leap second since. */
const TAI_LEAD_MS = 10_000;

/** `@400000006aea… rblsmtpd: …`: multilog, which writes no host (daemontools' tai64nlocal). */
export function openTai64n(line: string): Layer | null {
  const match = TAI64N.exec(line);
  if (!match) return null;
  const ms = Number.parseInt(match[1] ?? '', 16) * 1000 + Math.floor(Number.parseInt(match[2] ?? '', 16) / 1e6);
  const stamp = writeStamp(ms - TAI_LEAD_MS);
  const end = match[0].length - 1;
  return stamp === null ? null : joinPieces([standIn(stamp, 0), standIn(' -', end), takePart(line, end)]);
}

/** UTC milliseconds as a stamp; null where no log can be from then. */
export function writeStamp(timeMs: number): string | null {
  return timeMs >= 0 && timeMs < 253_402_300_800_000 ? new Date(timeMs).toISOString() : null;
}
