import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formatPrefix, type RuleFormat } from '@/lib/model';
import { SHAPES } from './fixtures/shapes';
import { RULE_WRITERS } from './formats';
import { type RenderOptions, readBackRules, renderRules } from './render-rules';

const folder = mkdtempSync(join(tmpdir(), 'ringleader-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` };
const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, { env, encoding: 'utf8', timeout: 20_000 });

/** Why the tool cannot be run in a network of its own here; null where it can. */
function findObstacle(tool: string): string | null {
  if (tool === 'sh') return run('sh', '-c', ':').status === 0 ? null : 'no sh';
  const installed = run('sh', '-c', `command -v ${tool}`);
  if (installed.status !== 0) return `${tool} is not installed`;
  const probe = tool === 'nft' ? ['list', 'ruleset'] : ['--version'];
  const inside = run('unshare', '-n', tool, ...probe);
  return inside.status === 0 ? null : `unshare -n ${tool} is not permitted: ${inside.stderr.trim()}`;
}

type Shape = keyof typeof SHAPES;
interface Loader {
  tool: string;
  format: RuleFormat;
  shapes: readonly Shape[];
  /** Shell commands that must succeed; `$1` is the file. */
  script: string;
  /** What an admin's file would hold around our lines. */
  wrap?: (text: string) => string;
}

const inFilter = (text: string): string => `*filter\n:INPUT ACCEPT [0:0]\n${text}COMMIT\n`;
const restore = (tool: string): string => `${tool} --test -n "$1" && ${tool} -n "$1" && ${tool} -n "$1"`;
const LOADERS: readonly Loader[] = [
  {
    tool: 'nft',
    format: 'nft',
    shapes: ['empty', 'v4', 'v6', 'mixed'],
    script: 'nft -c -f "$1" && nft -f "$1" && nft -f "$1"',
  },
  {
    tool: 'iptables-restore',
    format: 'iptables-restore',
    shapes: ['empty', 'v4', 'mixed'],
    script: restore('iptables-restore'),
  },
  {
    tool: 'ip6tables-restore',
    format: 'iptables-restore',
    shapes: ['empty', 'v6', 'mixed'],
    script: restore('ip6tables-restore'),
  },
  {
    tool: 'iptables-restore',
    format: 'sysconfig',
    shapes: ['empty', 'v4', 'mixed'],
    script: 'iptables-restore --test "$1"',
    wrap: inFilter,
  },
  {
    tool: 'ip6tables-restore',
    format: 'sysconfig',
    shapes: ['empty', 'v6', 'mixed'],
    script: 'ip6tables-restore --test "$1"',
    wrap: inFilter,
  },
  { tool: 'sh', format: 'iptables', shapes: ['empty', 'v4', 'v6', 'mixed'], script: 'sh -n "$1"' },
  { tool: 'iptables', format: 'iptables', shapes: ['empty', 'v4', 'mixed'], script: 'sh "$1"' },
];

const OPTIONS: readonly RenderOptions[] = [
  { place: 'append', action: 'reject', ports: 'all', id: 'a'.repeat(40) },
  { place: 'insert', action: 'drop', ports: 'mail', id: 'b1' },
  { place: 'insert', action: 'reject', ports: 'mail', id: '-' },
];

describe.each(LOADERS)('$tool takes $format', ({ tool, format, shapes, script, wrap }) => {
  const obstacle = findObstacle(tool);
  if (obstacle !== null) console.warn(`${format}: read back only, not loaded: ${obstacle}`);

  it.each(shapes)('%s', (shape) => {
    for (const [i, options] of OPTIONS.entries()) {
      const { text } = renderRules({ prefixes: SHAPES[shape] }, format, options);
      expect(readBackRules(text, format).map(formatPrefix)).toEqual(SHAPES[shape].map(formatPrefix));
      if (obstacle !== null) continue;
      const file = join(folder, `${tool}-${format}-${shape}-${i}`);
      writeFileSync(file, wrap ? wrap(text) : text);
      const shell = ['sh', '-ec', script, 'sh', file];
      const result = tool === 'sh' ? run('sh', ...shell.slice(1)) : run('unshare', '-n', ...shell);
      expect({ status: result.status, stderr: result.stderr }).toEqual({ status: 0, stderr: '' });
    }
  });
});

it('has a loader for every format', () => {
  expect(new Set(LOADERS.map(({ format }) => format))).toEqual(new Set(RULE_WRITERS.map(({ id }) => id)));
});
