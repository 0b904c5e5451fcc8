/** What syslog daemons write besides the two plain forms: priorities, other stamps, RFC 5424, repetitions. */
import { joinPieces, type Layer, type Piece, standIn, takePart } from './layer';
import { BSD_STAMP, ISO_STAMP, SURE_TAG } from './patterns';

const PRIORITY = /^<\d{1,3}>(?!\d )/;

/** `<22>Nov  4 …`: the priority of RFC 3164 as it comes over the wire. */
export function openPriority(line: string): Layer | null {
  const match = PRIORITY.exec(line);
  return match && joinPieces([takePart(line, match[0].length)]);
}

const FACILITY = new RegExp(`^(?:${BSD_STAMP}|${ISO_STAMP}) (?=<\\w{1,16}\\.\\w{1,16}> )`);

/** `Nov  4 05:14:21 <mail.info> mx1 …`: FreeBSD's syslogd with -v. */
export function openFacility(line: string): Layer | null {
  const match = FACILITY.exec(line);
  if (!match) return null;
  const { length } = match[0];
  return joinPieces([takePart(line, 0, length), takePart(line, line.indexOf('> ', length) + 2)]);
}

const YEAR =
  /^([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{4}) (\d\d:\d\d:\d\d(?:\.\d{1,9})?)(?: (UTC|GMT|Z|[+-]\d\d:?\d\d))?:? /;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Nov  4 2026 05:14:21 mx1 …`. */
export function openYear(line: string): Layer | null {
  const match = YEAR.exec(line);
  const month = MONTHS.indexOf(match?.[1] ?? '') + 1;
  if (!match || month === 0) return null;
  const [all, , day = '', year, time, zone] = match;
  const stamp = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}T${time}${readZone(zone)}`;
  return restamp(line, stamp, 0, all.length - 1);
}

/** A zone in the form that a stamp takes; a name that more than one zone has is left out. */
export function readZone(zone: string | undefined): string {
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 'Z';
  if (zone === undefined || /^[A-Z]/.test(zone)) return '';
  return zone.length === 3 ? `${zone}00` : zone;
}

/** The line with another stamp in the place of what stands from `start` to `end`. */
export function restamp(line: string, stamp: string, start: number, end: number): Layer {
  return joinPieces([standIn(stamp, start), takePart(line, end)]);
}

const NO_HOST = new RegExp(`^(?:${BSD_STAMP}|${ISO_STAMP}) (?=${SURE_TAG})`);

/** `Nov  4 05:14:21 postfix/smtpd[1]: …`: no host at all. */
export function openNoHost(line: string): Layer | null {
  const length = NO_HOST.exec(line)?.[0].length;
  if (length === undefined) return null;
  return joinPieces([takePart(line, 0, length), standIn('- ', length), takePart(line, length)]);
}

const RFC5424 = new RegExp(
  `^(?:\\d{1,6} )?<\\d{1,3}>1 (${ISO_STAMP}) ([^ ]{1,255}) ([^ :\\[\\]]{1,128}) ([^ ]{1,128}) [^ ]{1,128} (?=[-\\[])`,
);

/** RFC 5424, also counted as RFC 6587 sends it. Structured data is passed over. */
export function openRfc5424(line: string): Layer | null {
  const match = RFC5424.exec(line);
  if (!match) return null;
  const [all, stamp = '', host = '', app = '', pid = ''] = match;
  const message = skipStructuredData(line, all.length);
  if (message < 0 || app === '-') return null;
  const stampStart = line.indexOf('>1 ') + 3;
  const appStart = stampStart + stamp.length + host.length + 2;
  const head = takePart(line, stampStart, appStart + app.length);
  const id: Piece[] = /^\d{1,10}$/.test(pid)
    ? [
        standIn('[', appStart),
        takePart(line, appStart + app.length + 1, appStart + app.length + 1 + pid.length),
        standIn(']', appStart),
      ]
    : [];
  return joinPieces([head, ...id, standIn(': ', message), takePart(line, message)]);
}

/** @returns where the message begins, or -1. */
function skipStructuredData(line: string, start: number): number {
  let at = start;
  if (line[at] === '-') at++;
  while (line[at] === '[') {
    let quoted = false;
    for (at++; at < line.length && (quoted || line[at] !== ']'); at++) {
      if (quoted && line[at] === '\\') at++;
      else if (line[at] === '"') quoted = !quoted;
    }
    at++;
  }
  if (line[at] !== ' ') return -1;
  at++;
  // rsyslog leaves the blank that stood behind the tag.
  if (line[at] === ' ') at++;
  return line.startsWith('\u00ef\u00bb\u00bf', at) ? at + 3 : at;
}

const REPEATED = new RegExp(
  `^(?:${BSD_STAMP}|${ISO_STAMP}) [^ ]{1,255} [^ :\\[\\]]{1,128}(?:\\[\\d{1,10}\\])?: (?=message repeated (\\d{1,15}) times: \\[ )`,
);

/** `message repeated 3 times: [ text]`: rsyslog's, the text being what it would have written. */
export function openRepeated(line: string): Layer | null {
  const match = REPEATED.exec(line);
  const times = Number(match?.[1]);
  if (!match || !line.endsWith(']') || !(times >= 1)) return null;
  const head = match[0].length;
  const text = line.indexOf('[ ', head) + 2;
  return joinPieces([takePart(line, 0, head), takePart(line, text, line.length - 1)], times);
}
