import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Case, Translate } from '@/lib/model';
import { SAMPLE_CASE } from './fixtures/sample-case';
import { type ReportOptions, renderReport } from './render-report';
import { REPORT_POLICY, STYLE } from './style';

/** Every message as its key and values, marks included: what a catalogue could do at worst. */
const translate: Translate = ({ key, params }) =>
  `[${key}${Object.entries(params)
    .map(([name, param]) => ` ${name}=<m>${param}</m>`)
    .join('')}]`;

const OPTIONS: ReportOptions = {
  language: 'en',
  translate,
  maskRecipients: true,
  generatedAt: Date.UTC(2026, 7, 7, 1),
  version: 2,
  snapshotId: 's7f3k2q9',
};
const render = (about: Partial<Case> = {}, options: Partial<ReportOptions> = {}): string =>
  renderReport({ ...SAMPLE_CASE, ...about }, { ...OPTIONS, ...options });

const tagsOf = (report: string): string[] => report.replace(STYLE, '').match(/<[!/a-z][^>]*>/gi) ?? [];
const textOf = (report: string): string => report.replace(STYLE, '').replace(/<[^>]*>/g, '');
const all = (report: string, pattern: RegExp): string[] => [...report.matchAll(pattern)].map((match) => match[1] ?? '');

describe('a report stands alone', () => {
  const report = render();
  it('has a policy that lets its own style through and nothing else', () => {
    const digest = createHash('sha256').update(STYLE).digest('base64');
    expect(REPORT_POLICY).toBe(`default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`);
    expect(report).toContain(`<style>${STYLE}</style>`);
    expect(all(report, /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/g)).toEqual([
      REPORT_POLICY.replaceAll("'", '&#39;'),
    ]);
    expect(report.indexOf('Content-Security-Policy')).toBeLessThan(report.indexOf('<style>'));
  });
  it('asks nobody, runs nothing, and is not to be indexed or referred from', () => {
    expect(report).not.toMatch(/https?:|\ssrc=|url\(|@import|<script|<link|<img|<iframe|\sstyle=|\son[a-z]+=/i);
    expect(report).toContain(
      '<meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer">',
    );
    expect(report.startsWith('<!doctype html>\n<html lang="en"><head><meta charset="utf-8">')).toBe(true);
  });
  it('leads from every number to what it names', () => {
    const ids = all(report, /\sid="([^"]*)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([
      ...[1, 2, 3].map((n) => `reason-${n}`),
      ...[1, 2, 3, 4, 5, 6, 7].map((n) => `line-${n}`),
      'answer-1',
      'answer-2',
    ]);
    const targets = new Set(all(report, /\shref="([^"]*)"/g));
    expect([...targets].sort()).toEqual(ids.map((id) => `#${id}`).sort());
  });
  it('names no id of the database', () => {
    expect(report).not.toMatch(/\b(50[1-7]|90[12])\b/);
  });
  it('closes what it opens', () => {
    const open: string[] = [];
    for (const tag of tagsOf(report)) {
      const name = /^<\/?([a-z0-9]+)/.exec(tag)?.[1];
      if (!name || name === 'meta') continue;
      if (tag.startsWith('</')) expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });
});

describe('a report says', () => {
  it('what happened, in the zone of the log', () => {
    const text = textOf(render());
    expect(text).toContain(
      '[report.summary.events.day events=7 addresses=6 recipients=2 day=3 August 2026 from=12:15 to=18:02 (+09:00)]',
    );
    expect(text).toContain('[report.summary.networks networks=7 seen=1 unseen=6]');
    expect(text).toContain('[report.evidence.where file=mail.log line=1024]');
  });
  it('two days as two days', () => {
    const summary = { ...SAMPLE_CASE.summary, lastAt: Date.UTC(2026, 7, 4, 15, 30) };
    const text = textOf(render({ summary }, { language: 'ja' }));
    expect(text).toContain('from=2026年8月3日 12:15 +09:00 to=2026年8月5日 00:30 +09:00]');
  });
  it('who, in words that depend on whether a person confirmed it', () => {
    const title = (about: Partial<Case>): string | undefined => all(render(about), /<title>([^<]*)/g)[0];
    const [first, second] = SAMPLE_CASE.organisations;
    if (!first || !second) throw new Error('the sample has two organisations');
    expect(title({})).toBe(`[report.headline.two.confirmed first=${first.name} second=${second.name}]`);
    expect(title({ confirmedAt: null })).toContain('[report.headline.two.proposed ');
    expect(title({ organisations: [first] })).toBe(`[report.headline.one.confirmed first=${first.name}]`);
    expect(title({ organisations: [first, second, first, second] })).toContain('more=2]');
    expect(title({ organisations: [] })).toBe('[report.headline.none.confirmed name=Crimson Relay / Harbor Mail]');
  });
  it('how far it was checked', () => {
    expect(textOf(render())).toContain('[report.state.confirmed day=7 August 2026]');
    expect(textOf(render({ confirmedAt: null }))).toContain('[report.state.proposed]');
    expect(textOf(render({ score: 0.999 }))).toContain('0.99[');
  });
  it('how much accepted mail came from there', () => {
    const { accepted } = SAMPLE_CASE;
    const said = (more: Partial<Case['accepted']>): string => textOf(render({ accepted: { ...accepted, ...more } }));
    expect(said({})).toContain(
      '[report.accepted.none checked=none accepted=41 affected=0 clients=0 day=– from=2 August 2026 to=3 August 2026]',
    );
    const some = said({ messages: 3, addresses: 2, lastMs: Date.UTC(2026, 7, 2) });
    // In the summary, and among what speaks against it.
    expect(
      some.match(/\[report\.accepted\.some checked=some accepted=41 affected=3 clients=2 day=2026-08-02 /g),
    ).toHaveLength(2);
    const unchecked = said({ total: 0, span: null });
    expect(unchecked).toContain('[report.accepted.unchecked]');
    expect(unchecked).toContain('[report.state.unchecked]');
    expect(said({}) + some).not.toContain('unchecked');
  });
  it('that a sample is a sample, and only that', () => {
    expect(render()).toContain('<div class="watermark" aria-hidden="true"><span>[report.sample.mark]');
    expect(render()).toContain('[report.sample.banner]');
    expect(textOf(render({ sample: false }))).not.toContain('report.sample');
  });
  it('what is told and does not count, outside the number of reasons', () => {
    const [first, second, third] = SAMPLE_CASE.reasons;
    if (!first || !second || !third) throw new Error('the sample has three reasons');
    const report = render({ reasons: [first, second, { ...third, counts: false }] });
    expect(textOf(report)).toContain('[report.summary.reasons reasons=2] 1 2 ');
    expect(all(report, /<li id="reason-(\d)">.*?\[report\.reasons\.aside\]/gs)).toHaveLength(1);
    expect(report).toContain('<s>0.50</s>');
    expect(textOf(render())).toContain('[report.summary.reasons reasons=3] 1 2 3 ');
    expect(textOf(render())).not.toContain('report.reasons.aside');
  });
  it('each objection once, with the reasons it bears on', () => {
    const against = [{ key: 'test.same', params: {} }];
    const report = render({ reasons: SAMPLE_CASE.reasons.map((reason) => ({ ...reason, against })) });
    expect(all(report, /<li>\[test\.same\] (.*?)<\/li>/g)).toHaveLength(1);
    expect(textOf(all(report, /<li>(\[test\.same\] .*?)<\/li>/g)[0] ?? '')).toBe('[test.same] 1 2 3 ');
  });
  it('which answer was pasted by hand, and every hash', () => {
    const text = textOf(render({ sample: false }));
    expect(text).toContain('A2whois.jprs.jp harbor-mail.example [report.origin.pasted]');
    for (const { sha256 } of [...SAMPLE_CASE.uploads, ...SAMPLE_CASE.answers]) expect(text).toContain(sha256);
  });
  it('something readable where there is nothing', () => {
    const nothing = {
      reasons: [],
      networks: [],
      templates: [],
      lines: [],
      answers: [],
      uploads: [],
      organisations: [],
    };
    const text = textOf(render(nothing));
    expect(text).toContain('[report.networks.none]');
    expect(text).toContain('[report.against.none]');
    expect(text).not.toMatch(/undefined|NaN|null/);
  });
});

describe('commands to copy', () => {
  const commands = (about: Partial<Case>): string[] =>
    all(render(about), /<pre class="log" dir="ltr" translate="no">((?:sha256sum|sed|zcat|whois)[^<]*)/g);
  const [line] = SAMPLE_CASE.lines;
  const [answer] = SAMPLE_CASE.answers;
  const [upload] = SAMPLE_CASE.uploads;
  if (!line || !answer || !upload) throw new Error('the sample has all three');

  it('name the file, the line and the question', () => {
    expect(commands({})).toEqual([
      'sha256sum -- mail.log',
      'sed -n &#39;1024p&#39; -- mail.log',
      'whois -h whois.nic.ad.jp -- &#39;198.18.51.40&#39;',
    ]);
    expect(commands({ lines: [{ ...line, upload: 'mail.log.2.gz' }] })[1]).toBe(
      'zcat -- mail.log.2.gz | sed -n &#39;1024p&#39;',
    );
  });
  it.each(['$(id).log', '-rf', 'a b', "a';id;'", 'a\n', '`id`', '../x'])(
    'hold no name that a shell reads: %j',
    (name) => {
      const found = commands({
        uploads: [{ ...upload, name }],
        lines: [{ ...line, upload: name }],
        answers: [
          { ...answer, server: name },
          { ...answer, query: `${name}'` },
        ],
      });
      expect(found).toEqual(['sha256sum -- FILE', 'sed -n &#39;1024p&#39; -- FILE']);
    },
  );
});

/** What strangers write into HELO, sender, reply, whois fields and file names. */
const HOSTILE = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  '</title></style></pre></details><iframe src=https://evil.test>',
  'javascript:alert(1)',
  '&lt;b&gt; &#60;script&#62;',
  '\u2028alert(1)\u2029',
  '\u202egpj.exe \u2066x',
  '\u001b]8;;https://evil.test\u0007x\u001b[2J',
  '<m>mark</m> {name} {n, plural, other {#}} \ue0000\ue001',
  '<!-- --> ]]> <![CDATA[',
  '\u0000\ud800\ufffe',
  '__proto__',
];

describe.each(HOSTILE)('with %j everywhere', (hostile) => {
  /** Every free text of the case replaced or, in a log line, added where no part stands. */
  const infect = (text: string): Case => ({
    ...SAMPLE_CASE,
    name: text,
    standing: text,
    organisations: SAMPLE_CASE.organisations.map((organisation) => ({ ...organisation, name: text, handle: text })),
    networks: SAMPLE_CASE.networks.map((network) => ({ ...network, prefixes: [text], organisation: text })),
    reasons: SAMPLE_CASE.reasons.map((reason) => ({
      ...reason,
      sentence: { key: 'test.x', params: { name: text, pattern: text } },
      against: [{ key: 'test.y', params: { name: text } }],
    })),
    templates: [{ pattern: text, events: 1 }],
    lines: SAMPLE_CASE.lines.map((line) => ({
      ...line,
      upload: text,
      text: line.text + text,
      parts: [...line.parts, { part: 'helo' as const, start: line.text.length, end: line.text.length + text.length }],
    })),
    answers: SAMPLE_CASE.answers.map((answer) => ({ ...answer, server: text, query: text, text })),
    uploads: [{ ...SAMPLE_CASE.uploads[0], name: text, sha256: 'ab', lines: 1, events: 1 }],
  });
  const report = renderReport(infect(hostile), OPTIONS);

  it('has exactly the marks of a harmless report', () => {
    const harmless = renderReport(infect('Q W'), OPTIONS);
    expect(tagsOf(report).map((tag) => tag.replace(/\s.*/s, ''))).toEqual(
      tagsOf(harmless).map((tag) => tag.replace(/\s.*/s, '')),
    );
    expect(tagsOf(report).join('')).not.toMatch(/\son[a-z]+=|javascript:|evil/i);
  });
  it('shows what hides', () => {
    expect(report).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ue000-\uf8ff]/);
    expect(report).not.toMatch(/[\ud800-\udfff]/u);
  });
});

describe('recipients', () => {
  const secrets = ['hanako@own.example', 'shop-q7@own.example'];
  const spelled = secrets.flatMap((secret) => [
    secret,
    secret.replace('@', '='),
    secret.replace('@', '-at-'),
    secret.replace('@', '%40'),
  ]);
  const hidden: Partial<Case> = {
    name: `Case of ${secrets[0]}`,
    templates: spelled.map((pattern) => ({ pattern: `rainbow+${pattern}@m.test`, events: 1 })),
    answers: SAMPLE_CASE.answers.map((answer) => ({
      ...answer,
      query: secrets[1] ?? '',
      text: spelled.join('\n').toUpperCase(),
    })),
  };
  it('are nowhere in a masked report', () => {
    const report = render(hidden).toLowerCase();
    for (const secret of spelled) expect(report).not.toContain(secret);
    expect(report).not.toMatch(/hanako|shop-q7/);
    expect(report).toContain('x•••1@•••.example');
  });
  it('are all there in an unmasked one, which does not claim to be masked', () => {
    const report = render(hidden, { maskRecipients: false });
    expect(report).toContain('hanako@own.example');
    expect(report).not.toMatch(/•••|report\.(check|footer)\.masked/);
  });
});
