import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatPrefix, type Prefix, prefixToRange, type RuleFormat } from '@/lib/model';
import { aggregate } from './aggregate';
import { makeRandom, randomRanges } from './fixtures/random-ranges';
import { SHAPES } from './fixtures/shapes';
import { RULE_WRITERS } from './formats';
import { chainName } from './formats/iptables-restore';
import { type RenderOptions, readBackRules, renderRules } from './render-rules';

const OPTIONS: RenderOptions = { place: 'append', action: 'reject', ports: 'all', id: 'ab12-sample' };
const FORMATS = RULE_WRITERS.map(({ id }) => id);
const golden = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

function ruleLines(format: RuleFormat, prefixes: readonly Prefix[], options: Partial<RenderOptions> = {}): string[] {
  const { text } = renderRules({ prefixes }, format, { ...OPTIONS, ...options });
  return text.split('\n').filter((line) => / -s |saddr/.test(line));
}

describe.each(RULE_WRITERS)('$id', ({ id, ending }) => {
  // Rewritten by `npx vitest run lib/blocklist -u`; read the diff.
  it.each(Object.entries(SHAPES))('writes %s as in its golden file', async (shape, prefixes) => {
    const append = renderRules({ prefixes }, id, OPTIONS);
    await expect(append.text).toMatchFileSnapshot(golden(`${shape}${ending}`));
    const insert = renderRules({ prefixes }, id, { ...OPTIONS, place: 'insert', action: 'drop', ports: 'mail' });
    await expect(insert.text).toMatchFileSnapshot(golden(`${shape}-insert-drop-mail${ending}`));
  });

  it('reads back to exactly the set that went in (100 random lists, all options)', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = makeRandom(seed);
      const prefixes = aggregate(randomRanges(random, random(30), 400));
      const options: RenderOptions = {
        id: `x${seed}`,
        place: random(2) === 0 ? 'append' : 'insert',
        action: random(2) === 0 ? 'reject' : 'drop',
        ports: random(2) === 0 ? 'mail' : 'all',
      };
      const { text } = renderRules({ prefixes }, id, options);
      expect(readBackRules(text, id).map(formatPrefix), `seed ${seed}`).toEqual(prefixes.map(formatPrefix));
      expect(text).toMatch(/^[\n\t\x20-\x7e]*\n$/);
    }
  });

  it('reads back nothing that it did not write', () => {
    const { text } = renderRules({ prefixes: SHAPES.v4 }, id, OPTIONS);
    for (const line of ['flush ruleset', '-A INPUT -s 0.0.0.0/0 -j DROP; id', '$(id)', '-A INPUT -j DROP', '', '#x']) {
      expect(() => readBackRules(`${text}${line}\n`, id), line).toThrow('not a line of ours');
    }
    expect(() => readBackRules(text.replaceAll('\n', '\r\n'), id)).toThrow('LF');
    expect(() => readBackRules(`\ufeff${text}`, id)).toThrow('ASCII');
    expect(() => readBackRules(text.replace('192.0.2.64/28', '192.0.2.65/28'), id)).toThrow('not a prefix as we write');
    expect(() => readBackRules(text.replace('192.0.2.64/28', '192.000.002.064/28'), id)).toThrow('not a prefix');
  });

  it('writes one family alone where asked to', () => {
    const v4 = renderRules({ prefixes: SHAPES.mixed }, id, { ...OPTIONS, family: 4 });
    expect(v4.text).toBe(renderRules({ prefixes: SHAPES.v4 }, id, OPTIONS).text);
    expect(v4.name).toBe(`ringleader-ab12-sample-v4${ending}`);
  });

  it('writes overlapping and repeated prefixes once', () => {
    const doubled = [...SHAPES.v4, ...SHAPES.v4, { family: 4, first: 0xcb007180n, length: 25 } as const];
    expect(renderRules({ prefixes: doubled }, id, OPTIONS).text).toBe(
      renderRules({ prefixes: SHAPES.v4 }, id, OPTIONS).text,
    );
  });

  it.each(['', 'A', 'a b', 'a\nflush ruleset', "a'; id", 'ä', 'a'.repeat(41)])('takes no %j for an id', (bad) => {
    expect(() => renderRules({ prefixes: [] }, id, { ...OPTIONS, id: bad })).toThrow('not an id of ours');
  });

  it('refuses a prefix with host bits and one that no list may hold', () => {
    const write = (first: bigint, length: number) => () =>
      renderRules({ prefixes: [{ family: 4, first, length }] }, id, OPTIONS);
    expect(write(0xc000024dn, 24)).toThrow('not a prefix as we write it: "192.0.2.77/24"');
    expect(write(0n, 0)).toThrow('0.0.0.0/0 must not be blocked: blocklist.guard.everything');
    expect(write(0x0a000000n, 8)).toThrow('10.0.0.0/8 must not be blocked: blocklist.guard.private');
  });
});

describe('the rules line by line', () => {
  const one = SHAPES.v4.slice(1, 2);
  it('has the origin case form', () => {
    expect(ruleLines('iptables', one)).toEqual(['iptables -A INPUT -s 198.18.32.0/19 -j REJECT']);
    expect(ruleLines('sysconfig', one)).toEqual(['-A INPUT -s 198.18.32.0/19 -j REJECT']);
  });
  it('has insert, drop and mail ports', () => {
    const options = { place: 'insert', action: 'drop', ports: 'mail' } as const;
    const tail = '-s 198.18.32.0/19 -p tcp -m multiport --dports 25,465,587 -j DROP';
    expect(ruleLines('iptables', one, options)).toEqual([`iptables -I INPUT ${tail}`]);
    expect(ruleLines('sysconfig', one, options)).toEqual([`-I INPUT ${tail}`]);
    expect(ruleLines('iptables-restore', one, options)).toEqual([`-A RL-ab12-sample ${tail}`]);
    expect(ruleLines('nft', one, options)).toEqual([
      '\t\ttcp dport { 25, 465, 587 } ip saddr @block4 counter drop',
      '\t\ttcp dport { 25, 465, 587 } ip6 saddr @block6 counter drop',
    ]);
  });
  it('flags the family only where a file holds both', () => {
    expect(ruleLines('sysconfig', SHAPES.v6)[0]).toBe('-A INPUT -s 2001:db8:51::/48 -j REJECT');
    expect(ruleLines('sysconfig', SHAPES.mixed)[0]).toBe('-4 -A INPUT -s 192.0.2.64/28 -j REJECT');
    expect(ruleLines('sysconfig', SHAPES.mixed).at(-1)).toBe('-6 -A INPUT -s 2001:db8:ffff:1::/64 -j REJECT');
  });
  it('leaves the elements out where a set is empty', () => {
    expect(renderRules({ prefixes: [] }, 'nft', OPTIONS).text).not.toContain('elements');
  });
  it('keeps chain names short and apart', () => {
    const long = 'a'.repeat(39);
    expect(chainName('a'.repeat(25))).toBe(`RL-${'a'.repeat(25)}`);
    expect(chainName(`${long}b`)).toHaveLength(28);
    expect(chainName(`${long}b`)).not.toBe(chainName(`${long}c`));
  });
  it('lists every format once', () => {
    expect(FORMATS).toEqual(['nft', 'iptables', 'sysconfig', 'iptables-restore']);
  });
  it('gives the set back from a big list', () => {
    const prefixes = aggregate(
      Array.from({ length: 20_000 }, (_, i) => ({
        family: 4 as const,
        first: 0x20000000n + BigInt(i * 512),
        last: 0x20000000n + BigInt(i * 512 + 255),
      })),
    );
    for (const format of FORMATS) {
      const { text } = renderRules({ prefixes }, format, OPTIONS);
      expect(aggregate(readBackRules(text, format).map(prefixToRange))).toEqual(prefixes);
    }
  });
});
