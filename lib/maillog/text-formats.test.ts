import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { LOG_FORMATS, type LogFormat } from '@/lib/model';
import { FILE_FORMATS, SYSLOG_FORMATS } from './formats';
import type { Pattern } from './formats/text-format';
import { createByteParser, type ParserOptions } from './parser';
import { parseRecord } from './record';

const TEXT_FORMATS = LOG_FORMATS.filter((format) => format !== 'postfix');
const OPTIONS: ParserOptions = { zone: 'UTC', firstYear: 2026, referenceMs: 0 };

/** What a line came to: a refusal or a sighting by its fields, or the reason it is not understood. */
type Found = Record<string, unknown> | string;

/** A part of a fixture that is one log, and what is expected of each of its lines. */
interface Section {
  title: string;
  lines: string[];
  expected: string[];
}

function readSections(format: LogFormat): Section[] {
  const sections: Section[] = [{ title: format, lines: [], expected: [] }];
  let expected = '#-';
  for (const line of readFileSync(new URL(`./fixtures/${format}.log`, import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('#+')) sections.push({ title: `${format}: ${line.slice(3)}`, lines: [], expected: [] });
    else if (/^#[=!$-]/.test(line)) expected = line;
    else if (line !== '' && !line.startsWith('# ')) {
      sections.at(-1)?.lines.push(line);
      sections.at(-1)?.expected.push(expected);
    }
  }
  return sections.filter(({ lines }) => lines.length > 0);
}

/** Parses bytes cut at the given places; what each found line came to, by its number. */
function read(input: string | Uint8Array, options = OPTIONS, cuts: readonly number[] = []): Array<[number, Found]> {
  const bytes = Buffer.from(input);
  const lineStarts = [0];
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lineStarts.push(at + 1);
  const found: Array<[number, Found]> = [];
  const parser = createByteParser(options, {
    refusal: (refusal) => found.push([refusal.line, { ...refusal.toRejection() }]),
    unparsed: ({ line, reason }) => found.push([line, reason]),
    sighting: (sighting, offset) => found.push([lineStarts.indexOf(offset) + 1, { ...sighting }]),
  });
  let start = 0;
  for (const cut of [...cuts, bytes.length]) {
    parser.push(bytes.subarray(start, cut));
    start = cut;
  }
  parser.end();
  return found;
}

const ABSENT = {
  queueId: null,
  clientName: null,
  clientAddress: null,
  clientPort: null,
  code: null,
  dsn: null,
  dnsbl: null,
  sender: null,
  recipient: null,
  proto: null,
  helo: null,
  saslUsername: null,
};

const sections = TEXT_FORMATS.flatMap((format) => readSections(format).map((section) => ({ format, ...section })));

describe.each(sections)('$title', ({ format, lines, expected }) => {
  const found = read(lines.join('\n'));
  test.each(lines.map((line, i) => ({ at: i + 1, line, mark: expected[i] ?? '#-' })))(
    'line $at: $line',
    ({ at, mark }) => {
      const got = found.filter(([line]) => line === at).map(([, what]) => what);
      const [kind, rest] = [mark.slice(0, 2), mark.slice(2).trim()];
      if (kind === '#-') return expect(got).toEqual([]);
      if (kind === '#!') return expect(got).toEqual([rest]);
      expect(got).toHaveLength(1);
      const fields = Object(JSON.parse(rest));
      expect(got[0]).toMatchObject(kind === '#=' ? { ...ABSENT, format, ...fields } : fields);
    },
  );
});

test('every format and every pattern of it has a sample', () => {
  const formats = [...SYSLOG_FORMATS, ...FILE_FORMATS].filter(({ format }) => format !== 'postfix');
  expect(new Set(formats.map(({ format }) => format))).toEqual(new Set(TEXT_FORMATS));
  const patterns = new Map<Pattern<unknown>, string>();
  for (const { format, patterns: own = [] } of formats) {
    expect(own.length).toBeGreaterThan(0);
    for (const pattern of own) patterns.set(pattern, `${format} ${pattern.name}`);
  }
  const spies = [...patterns].map(([pattern, name]) => ({ name, spy: vi.spyOn(pattern, 'read') }));
  for (const { lines } of sections) read(lines.join('\n'));
  const unused = spies.filter(({ spy }) => !spy.mock.results.some(({ value }) => value !== null));
  vi.restoreAllMocks();
  expect(unused.map(({ name }) => name)).toEqual([]);
});

/** All logs through syslog at once, which is one log of a machine with many servers. */
const syslog = sections.filter(({ lines }) => lines.every((line) => line.startsWith('Nov 24 ')));
const MIXED =
  syslog.map(({ lines }) => lines.join('\n')).join('\n') +
  '\nNov 24 05:20:00 mx1 postfix/smtpd[5]: NOQUEUE: reject: RCPT from m[192.0.2.9]: 550 5.7.1 no; from=<s@x.example> to=<r@b.example> proto=SMTP helo=<h>\n';

const formatsOf = (found: Array<[number, Found]>): Set<unknown> =>
  new Set(found.flatMap(([, what]) => (typeof what === 'object' && 'format' in what ? [what.format] : [])));

test('a log of several servers gives all of them, or the one that is asked for', () => {
  const found = read(MIXED);
  const names = ['exim', 'sendmail', 'opensmtpd', 'rblsmtpd', 'spamdyke', 'haraka', 'rspamd', 'postfix'] as const;
  expect(formatsOf(found)).toEqual(new Set(names));
  const refusals = (of: Array<[number, Found]>, name: LogFormat) =>
    of.filter(([, what]) => typeof what === 'object' && 'format' in what && what.format === name);
  for (const name of names) {
    const only = read(MIXED, { ...OPTIONS, format: name });
    expect(formatsOf(only)).toEqual(new Set([name]));
    expect(refusals(only, name)).toEqual(refusals(found, name));
  }
});

test('files of several servers one after the other are read each in its way', () => {
  const files = sections.filter(({ lines }) => !lines.some((line) => line.startsWith('Nov 24 ')));
  const apart = files.map(({ lines }) => read(lines.join('\n')).length).reduce((sum, n) => sum + n, 0);
  expect(apart).toBeGreaterThan(60);
  // Equal lines of two parts of a fixture are one refusal of Exim's; there are none.
  expect(read(files.map(({ lines }) => lines.join('\n')).join('\n'))).toHaveLength(apart);
});

/** A small generator of numbers, so that the cuts are the same on every run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

test.each(sections)('$title: cut anywhere, with CR LF or a last line end, it is the same', ({ lines }) => {
  const text = lines.join('\n');
  const whole = read(text);
  const random = createRandom(text.length);
  for (let i = 0; i < 10; i++) {
    const cuts = Array.from({ length: 8 }, () => random(text.length)).sort((a, b) => a - b);
    expect(read(text, OPTIONS, cuts)).toEqual(whole);
  }
  expect(read(`${text}\n`)).toEqual(whole);
  const withReturns = read(lines.join('\r\n'));
  const unplaced = (found: Array<[number, Found]>) =>
    found.map(([line, what]) => [line, typeof what === 'string' ? what : { ...what, offset: 0 }]);
  expect(unplaced(withReturns)).toEqual(unplaced(whole));
});

test.each(sections)('$title: damaged anywhere, it is still read to its end', ({ lines }) => {
  const text = Buffer.from(lines.join('\n'));
  const random = createRandom(lines.length);
  const marks = '"<>[](),;:=\\/ \n\u0000é#';
  for (let i = 0; i < 200; i++) {
    const damaged = Buffer.from(text);
    for (let n = 0; n < 1 + (i % 20); n++) {
      damaged[random(damaged.length)] = random(2) ? random(256) : marks.charCodeAt(random(marks.length)) & 255;
    }
    const cut = damaged.subarray(0, random(4) ? damaged.length : random(damaged.length));
    for (const [, what] of read(cut)) expect(['string', 'object']).toContain(typeof what);
  }
});

const FORGED = '203.0.113.5';

test('no sample makes a stranger of the one its words name', () => {
  expect(sections.filter(({ lines }) => lines.some((line) => line.includes(FORGED))).length).toBeGreaterThan(8);
  for (const { lines } of sections) {
    for (const [, what] of read(lines.join('\n'))) {
      if (typeof what === 'object') expect([what.clientAddress, what.address]).not.toContain(FORGED);
    }
  }
});

const HOSTILE = [
  '[',
  ' [',
  ' [1.1.1.1] ',
  ') [1.1.1.1] F=<"',
  ') [1.1.1.1] F=<a> rejected RCPT <b>: ',
  '(',
  ' A="',
  '"',
  '\\"',
  '<',
  '" H=',
  ', relay=h [1.1.1.1], reject=550 ',
  ', delay=, stat=',
  ', relay=',
  '>,<',
  '" result="',
  ' ndest=',
  ' to: ',
  ' origin_ip: 1.1.1.1 origin_rdns: x auth: y',
  ', ip: 1.1.1.1, from: <',
  ', from: <',
  ' code=',
  ' msg="',
  ',',
  '""',
  '+',
];
const HEADS = [
  'H=(',
  'H=',
  'rejected EHLO from ',
  'rejected MAIL FROM:<',
  'SMTP call from ',
  '1rA2bC-0003dE-7F <= ',
  'SMTP protocol synchronization error (x): rejected "',
  '5AO5ELab012345: ruleset=check_rcpt, arg1=',
  '5AO5ELab012345: <',
  '5AO5ELab012345: from=',
  '5AO5ELab012345: to=',
  '5AO5ELab012345: AUTH failure ',
  '5AO5ELab012345: Milter: to=',
  '00000000000000a1 smtp failed-command command="',
  '00000000000000a1 smtp message ',
  'DENIED_X from: ',
  '192.0.2.9 pid 1: 451 ',
  '<a>; task; rspamd_task_write_log: id: <',
  '[NOTICE] [D33D6290-C923-4DAC-A4B4-D0E7B8FAF010.1] [core] recipient <',
  '[NOTICE] [D33D6290-C923-4DAC-A4B4-D0E7B8FAF010.1] [core] message',
  '2026-11-24T05:14:23.000Z,a,b,1,2,192.0.2.9:1,>,"',
  '2026-11-24 05:14:21 192.0.2.9 ',
];

test.each(HEADS)(
  '1 MB behind %j is read in linear work',
  (head) => {
    const record = { timeMs: 0, host: null, daemon: 'x', pid: null };
    for (const pattern of HOSTILE) {
      const message = head + pattern.repeat(1_000_000 / pattern.length);
      for (const format of [...SYSLOG_FORMATS, ...FILE_FORMATS]) {
        expect(format.open().read({ ...record, message }).length).toBeLessThan(2);
      }
    }
  },
  60_000,
);

test('a refusal that is read alone has the columns that are usual', () => {
  const alone = (line: string) => parseRecord(Buffer.from(line), OPTIONS);
  const exchange = 'M\\Default Frontend M,08D675E58CA1DA38,21,198.51.100.5:25,192.0.2.9:61061,>,550 5.7.1 no,';
  expect(alone(`2026-11-24T05:14:23.000Z,${exchange}`)).toMatchObject({ clientAddress: '192.0.2.9', code: 550 });
  const iis = '192.0.2.9 pc SMTPSVC1 MX1 198.51.100.5 0 RCPT - +TO:+<r@b.example> 550 0 29 27 0 SMTP - - - -';
  expect(alone(`2026-11-24 05:14:21 ${iis}`)).toMatchObject({ clientAddress: '192.0.2.9', recipient: 'r@b.example' });
  const session = '00000000000000a1 smtp failed-command command="" result="550 no"';
  expect(alone(`Nov 24 05:14:21 mx1 smtpd[9]: ${session}`)).toMatchObject({ clientAddress: null, text: 'no' });
});

test('stamps of files: with a zone, without one, and in UTC', () => {
  const [exim, iis] = ['2026-11-24 05:14:21 H=[192.0.2.9] rejected EHLO x: no', readSections('iis')[1]?.lines[0] ?? ''];
  const time = (line: string) => {
    const refusal = parseRecord(Buffer.from(line), { ...OPTIONS, zone: '+09:00' });
    return refusal && [refusal.timeMs, refusal.utcOffsetMinutes, refusal.assumed];
  };
  const wall = Date.UTC(2026, 10, 24, 5, 14, 21);
  expect(time(exim)).toEqual([wall - 540 * 60_000, 540, 'zone']);
  expect(time(exim.replace(' H=', '.250 -0330 H='))).toEqual([wall + 250 + 210 * 60_000, -210, 'nothing']);
  expect(time(iis)).toEqual([wall, 0, 'nothing']);
});

test('sessions are forgotten, the oldest first', () => {
  const session = (i: number) => i.toString(16).padStart(16, '0');
  const head = 'Nov 24 05:14:21 mx1 smtpd[9]: ';
  const connects = Array.from(
    { length: 10_001 },
    (_, i) => `${head}${session(i)} smtp connected address=192.0.2.9 host=x`,
  );
  const fails = [0, 1, 10_000].map((i) => `${head}${session(i)} smtp failed-command command="" result="550 no"`);
  const found = read([...connects, ...fails].join('\n'));
  expect(found.map(([, what]) => Object(what).clientAddress)).toEqual([null, '192.0.2.9', '192.0.2.9']);
});
