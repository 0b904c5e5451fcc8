import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatRange } from '@/lib/model';
import { parseAnswer } from './parse-answer';
import { splitPaste } from './paste';

const sample = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, 'fixtures', `${name}.txt`), 'utf8');

/** What each answer of a paste names, as one line a piece. */
function summarise(text: string): string[] {
  return splitPaste(text).map(({ text: answer, server, query }) => {
    const parsed = parseAnswer(answer, { server: server ?? undefined, query: query ?? undefined });
    const named = [
      ...parsed.networks.map(({ range }) => formatRange(range)),
      ...parsed.contacts.map(({ handle }) => handle),
      ...parsed.references.flatMap(({ ranges }) => ranges.map((range) => `>${formatRange(range)}`)),
    ];
    return `${server ?? '?'} ${query ?? '?'}: ${parsed.status} ${named.join(' ')}`.trim();
  });
}

const REFERENCES = '>198.18.28.0/22 >198.18.8.0/21 >198.18.8.0/21 >203.0.113.16/28';

const BLOG = `送信元を whois で調べてみた。

$ whois -h whois.nic.ad.jp 198.18.51.40

${sample('jpnic-network-en')}
担当者が分かったので、逆引きする。whois is a fine tool.

$ whois -h whois.nic.ad.jp ^XY12345JP
${sample('jpnic-pivot-en')}
8行あった。住所は別の会社と同じ。

$ whois -h whois.jprs.jp harbor-mail.example
${sample('jprs-domain-ja')}
以上。
`;

describe('splitPaste', () => {
  it('finds each answer between prose and commands, and what was asked', () => {
    expect(summarise(BLOG)).toEqual([
      'whois.nic.ad.jp 198.18.51.40: found 198.18.32.0/19',
      `whois.nic.ad.jp ^XY12345JP: found XY12345JP ${REFERENCES}`,
      'whois.jprs.jp harbor-mail.example: found crimson-relay.example',
    ]);
  });

  it('finds the same with all line breaks lost', () => {
    expect(summarise(BLOG.replace(/\s+/g, ' '))).toEqual(summarise(BLOG));
  });

  it('finds the same with CR LF and ideographic blanks', () => {
    expect(summarise(BLOG.replace(/\n/g, '\r\n').replace(/ {4,}/g, '\u3000'))).toEqual(summarise(BLOG));
  });

  it('keeps prose out of the answers', () => {
    const answers = splitPaste(BLOG);
    expect(answers[0]?.text).toMatch(/^\[ JPNIC database[^]*No match!!\n$/);
    expect(answers[1]?.text).toMatch(/^\[ JPNIC database[^]*NET\/203\.0\.113\.16\/28\n$/);
    expect(splitPaste(BLOG.replace(/\s+/g, ' '))[1]?.text).toMatch(/NET\/203\.0\.113\.16\/28\n$/);
  });

  it('takes the handle of a pivot without a command from the contact itself', () => {
    expect(summarise(sample('jpnic-pivot-run-on'))).toEqual([`? ?: found XY12345JP ${REFERENCES}`]);
  });

  it('ascribes a command to the first answer below it only', () => {
    const text = `whois -h whois.nic.ad.jp 198.18.51.40\n${sample('jpnic-network-en')}\n${sample('jpnic-pivot-en')}`;
    expect(summarise(text)).toEqual([
      'whois.nic.ad.jp 198.18.51.40: found 198.18.32.0/19',
      `whois.nic.ad.jp ?: found XY12345JP ${REFERENCES}`,
    ]);
  });

  it('parts answers that follow each other without anything between', () => {
    expect(summarise(sample('jpnic-network-en').repeat(2) + sample('ripe-network') + sample('iana-refer'))).toEqual([
      '? ?: found 198.18.32.0/19',
      '? ?: found 198.18.32.0/19',
      '? ?: found 192.0.2.0/25',
      '? ?: found',
    ]);
  });

  it('keeps "no match" as the answer to the command above it', () => {
    const text = `% whois -h whois.nic.ad.jp '^XY12345JP'\n${sample('jpnic-pivot-no-match')}`;
    expect(summarise(text)).toEqual(['whois.nic.ad.jp ^XY12345JP: unsupported']);
  });

  it.each([
    ['# whois 192.0.2.17', '? 192.0.2.17'],
    ['user@mx1:~$ whois -h whois.ripe.net -- "-r -T inetnum 192.0.2.17"', 'whois.ripe.net -r -T inetnum 192.0.2.17'],
    ['`whois -h WHOIS.RIPE.NET 192.0.2.17/e`', 'whois.ripe.net 192.0.2.17'],
    ['$ whois 192.0.2.17 -h whois.ripe.net', 'whois.ripe.net 192.0.2.17'],
    ['whois is what I asked', '? ?'],
  ])('reads the command %s', (command, asked) => {
    expect(summarise(`${command}\n\n${sample('ripe-network')}`)).toEqual([`${asked}: found 192.0.2.0/25`]);
  });

  it('takes no command, no answer and no handle out of a value', () => {
    const hostile = sample('jpnic-hostile-organization').replace('Evil', 'Evil $ whois -h evil.test ^ZZ9JP');
    expect(summarise(hostile)).toEqual(['? ?: found 198.18.32.0/19']);
    const remarks = sample('ripe-network').replace('country:        NL', 'remarks: use whois -h evil.test ^ZZ9JP');
    expect(summarise(remarks)).toEqual(['? ?: found 192.0.2.0/25']);
  });

  it.each([
    ['krnic-network', 'found 203.0.113.96/28 ip-adm@samplenet.example net@blue-mail.example'],
    ['twnic-network', 'found 198.51.100.192/27 network-adm@sample-mail.example spam@sample-mail.example'],
    ['nicbr-network', 'found 203.0.113.64/27 EXPES4 ABJAC3'],
    ['lacnic-customer', 'found 198.51.100.32/29 PEM2'],
    ['cymru-bulk', 'found'],
  ])('finds one answer of %s between prose', (name, expected) => {
    expect(summarise(`I asked.\n\n${sample(name)}\n\nThat is all.\n`)).toEqual([`? ?: ${expected}`]);
  });

  it('finds RDAP between whois and prose, and neither in braces that are none of it', () => {
    const text = `{ not JSON }\n\n$ curl -s https://rdap.example/ip/192.0.2.17\n${sample('rdap-ripe-network')}\nand so on\n\n${sample('ripe-network')}\n${sample('rdap-arin-network')}{ and an open end`;
    expect(summarise(text)).toEqual([
      '? ?: found 192.0.2.0/25 TH10-RIPE AR64-RIPE',
      '? ?: found 192.0.2.0/25',
      '? ?: found 198.51.100.64/26 SAMPL-ARIN GCAB-ARIN',
    ]);
    expect(summarise(`{"a":"}{\\"","rdapConformance":[]}\n`)).toEqual(['? ?: failed']);
  });

  it('finds nothing in prose', () => {
    expect(splitPaste('Just a note: I asked whois -h whois.nic.ad.jp 198.18.51.40 and it hung.\n')).toEqual([]);
  });
});
