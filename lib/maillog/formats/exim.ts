/** Exim, in its own mainlog and rejectlog and through syslog. */
import { type Copies, countInFiles, pairInSyslog } from './exim-copies';
import { type Memory, PATTERNS } from './exim-lines';
import { type FileFormat, NOTHING, openPatterns, type SyslogFormat, type TextReader } from './text-format';
import { readDateTime, Sessions } from './text-parts';

const ZONE = / ([+-])(\d\d):?(\d\d)(?= )/y;
const PID = / \[(\d{1,10})\](?= )/y;
/** Other servers' lines begin with the same stamp: Rspamd's process, the address of IIS. */
const FOREIGN = / (?:#\d{1,10}\(|[0-9a-fA-F]{0,4}[.:][0-9a-fA-F.:]{2,45} |\d{1,3}\.\d{1,3}\.)/y;
/** Syslog's lines are short, so that Exim cuts what is longer: `[1/3]`, `[1\3]` in the middle of a line. */
const CHUNK = /^\[(\d{1,4})[/\\]\d{1,4}\] /;

interface Stamp {
  wallMs: number;
  offsetMinutes: number | null;
  pid: number | null;
  messageStart: number;
}

/** `2026-11-24 05:14:21[.123][ +0900][ [pid]] `, zone and process in either order. */
function readStamp(line: string): Stamp | null {
  const time = line[10] === ' ' ? readDateTime(line) : null;
  if (!time) return null;
  let { end } = time;
  const take = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = end;
    const match = expression.exec(line);
    if (match) end = expression.lastIndex;
    return match;
  };
  const early = take(PID);
  const zone = take(ZONE);
  const pid = early ?? take(PID);
  const minutes = zone && Number(zone[2]) * 60 + Number(zone[3]);
  if (line[end] !== ' ') return null;
  return {
    wallMs: time.wallMs,
    offsetMinutes: minutes !== null && zone?.[1] === '-' ? -minutes : minutes,
    pid: pid ? Number(pid[1]) : null,
    messageStart: end + 1,
  };
}

/** Reads lines, but not the copies of refusals and failed logins that the rejectlog has. */
function openOnce(copies: Copies): TextReader {
  const inner = openPatterns<Memory>(PATTERNS, new Sessions());
  return {
    read(record) {
      copies.enter(record.timeMs);
      const findings = inner.read(record);
      if (findings.length === 0) return findings;
      // A delivery has a line of its own, in the mainlog only.
      if (findings.some((finding) => 'sighting' in finding && finding.sighting.kind === 'accepted')) return findings;
      return copies.isCopy(record) ? NOTHING : findings;
    },
  };
}

export const eximSyslog: SyslogFormat = {
  format: 'exim',
  programs: ['exim', 'exim4', 'exim-in'],
  patterns: PATTERNS,
  open() {
    const reader = openOnce(pairInSyslog());
    return {
      read(record) {
        const chunk = CHUNK.exec(record.message);
        // What follows the first part is the mail's header, in the sender's words.
        if (chunk && chunk[1] !== '1') return NOTHING;
        const whole = chunk ? record.message.slice(chunk[0].length) : record.message;
        const stamp = readStamp(whole);
        return reader.read({ ...record, message: stamp ? whole.slice(stamp.messageStart) : whole });
      },
    };
  },
};

export const eximFile: FileFormat = {
  format: 'exim',
  daemon: 'exim',
  patterns: PATTERNS,
  open: () => ({
    ...openOnce(countInFiles()),
    look(line) {
      const stamp = readStamp(line);
      if (stamp === null) return null;
      FOREIGN.lastIndex = stamp.messageStart - 1;
      return FOREIGN.test(line) ? null : stamp;
    },
  }),
};
