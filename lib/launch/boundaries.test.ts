import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ROOT } from './places.mjs';

/** File → what it imports and the rules that must say no to it. All in one small project, looked at once. */
const PROJECT: Record<string, { imports: string[]; broken: string[] }> = {
  'lib/model/index.ts': { imports: [], broken: [] },
  'lib/model/up.ts': { imports: ['@/lib/maillog/fine'], broken: ['room-model'] },
  'lib/maillog/fine.ts': { imports: ['@/lib/model'], broken: [] },
  'lib/maillog/side.ts': { imports: ['@/lib/graph/fine'], broken: ['room-maillog'] },
  'lib/maillog/disk.ts': { imports: ['node:fs'], broken: ['pure-no-builtin'] },
  'lib/maillog/bytes.ts': { imports: ['node:buffer'], broken: [] },
  'lib/db/fixtures/rows.ts': { imports: [], broken: [] },
  'app/page.test.ts': { imports: ['@/lib/db/fixtures/rows'], broken: [] },
  'app/samples.ts': { imports: ['@/lib/db/fixtures/rows'], broken: ['no-test-code'] },
  'lib/maillog/disk.test.ts': { imports: ['node:fs', './fine'], broken: [] },
  'lib/maillog/packet.ts': { imports: ['next/server'], broken: ['lib-no-framework', 'pure-packages'] },
  'lib/maillog/schema.ts': { imports: ['zod'], broken: [] },
  'lib/registry/whois.ts': { imports: ['node:net', '@/lib/model'], broken: [] },
  'lib/registry/down.ts': { imports: ['@/lib/jobs/fine'], broken: ['room-registry'] },
  'lib/registry/answers/asks.ts': { imports: ['node:net'], broken: ['pure-no-builtin'] },
  'lib/detect/up.ts': { imports: ['@/lib/services/fine'], broken: ['room-detect'] },
  'lib/graph/fine.ts': { imports: ['@/lib/model'], broken: [] },
  'lib/graph/side.ts': { imports: ['@/lib/detect/up'], broken: ['room-graph'] },
  'lib/blocklist/side.ts': { imports: ['@/lib/registry/whois'], broken: ['room-blocklist'] },
  'lib/report/fine.ts': { imports: ['@/lib/graph/fine'], broken: [] },
  'lib/report/side.ts': { imports: ['@/lib/db/read/fine'], broken: ['room-report'] },
  'lib/filter/side.ts': { imports: ['@/lib/maillog/fine'], broken: ['room-filter'] },
  'lib/messages/up.ts': { imports: ['@/lib/model'], broken: ['room-messages'] },
  'lib/db/read/fine.ts': { imports: ['better-sqlite3', '@/lib/model', '@/lib/filter/side'], broken: [] },
  'lib/db/up.ts': { imports: ['@/lib/detect/up'], broken: ['room-db'] },
  'lib/db/write/fine.ts': { imports: ['@/lib/model'], broken: [] },
  'lib/jobs/fine.ts': { imports: ['@/lib/db/write/fine'], broken: [] },
  'lib/jobs/up.ts': { imports: ['@/lib/services/fine'], broken: ['room-jobs'] },
  'lib/services/fine.ts': { imports: ['@/lib/db/write/fine', '@/lib/jobs/fine', '@/lib/maillog/fine'], broken: [] },
  'lib/services/up.ts': { imports: ['@/lib/cli/fine'], broken: ['room-services'] },
  'lib/services/sql.ts': { imports: ['better-sqlite3', 'better-sqlite3'], broken: ['database-in-db'] },
  'lib/services/dials.ts': { imports: ['node:tls'], broken: ['sockets-in-registry'] },
  'lib/services/tried.ts': { imports: ['../maillog/disk.test'], broken: ['no-test-code'] },
  'lib/services/tests.ts': { imports: ['vitest'], broken: ['no-test-packages'] },
  'lib/services/gone.ts': { imports: ['@/lib/model/gone'], broken: ['resolvable'] },
  'lib/services/one.ts': { imports: ['./two'], broken: ['no-cycle'] },
  // A cycle is told once.
  'lib/services/two.ts': { imports: ['./one'], broken: [] },
  'lib/cli/fine.ts': { imports: ['@/lib/services/fine', '@/lib/db/read/fine'], broken: [] },
  'lib/cli/writes.ts': { imports: ['@/lib/db/write/fine'], broken: ['room-cli'] },
  'lib/launch/runs.mjs': { imports: ['node:net'], broken: [] },
  'lib/launch/needs.mjs': { imports: ['@/lib/model'], broken: ['room-launch'] },
  'app/page.tsx': { imports: ['@/lib/services/fine', '@/lib/db/read/fine', '@/components/ui/fine'], broken: [] },
  'app/writes.ts': { imports: ['@/lib/db/write/fine', '@/lib/jobs/fine'], broken: ['room-app'] },
  'components/ui/fine.tsx': { imports: ['@/lib/model', 'react'], broken: [] },
  'components/ui/reads.tsx': { imports: ['@/lib/db/read/fine'], broken: ['room-components'] },
  'components/ui/draws.tsx': { imports: ['recharts'], broken: ['recharts-in-charts'] },
  'components/ui/disk.tsx': { imports: ['node:path'], broken: ['components-no-builtin'] },
  'components/charts/fine.tsx': { imports: ['recharts'], broken: [] },
  'proxy.ts': { imports: ['@/lib/db/read/fine'], broken: ['room-proxy'] },
  'e2e/inside.spec.ts': { imports: ['@/lib/services/fine'], broken: ['room-e2e'] },
};

const project = mkdtempSync(path.join(tmpdir(), 'ringleader-rooms-'));
afterAll(() => rmSync(project, { recursive: true }));

function cruise(): Array<{ rule: { name: string }; from: string }> {
  for (const [file, { imports }] of Object.entries(PROJECT)) {
    mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    writeFileSync(path.join(project, file), imports.map((name) => `import '${name}';\n`).join(''));
  }
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs'])
    cpSync(path.join(ROOT, file), path.join(project, file));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(project, 'node_modules'));
  const program = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '.', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8', maxBuffer: 64 << 20 });
  expect(stderr).toBe('');
  return JSON.parse(stdout).summary.violations;
}

it('each rule between the rooms says no to what it forbids, and to nothing else', () => {
  const broken: Record<string, string[]> = Object.fromEntries(Object.keys(PROJECT).map((file) => [file, []]));
  for (const { rule, from } of cruise()) broken[from] = [...new Set([...(broken[from] ?? []), rule.name])].sort();
  expect(broken).toEqual(Object.fromEntries(Object.entries(PROJECT).map(([file, { broken: rules }]) => [file, rules])));
});
