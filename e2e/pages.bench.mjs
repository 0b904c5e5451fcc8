// @ts-check
// What a person waits for with ten million refusals in the database: the data of every page, each field of the filter
// alone and the usual pairs, the first paint, and rows while scrolling. `npm run bench:pages`, with BENCH_EVENTS for another number; the database
// (about 1 GB at ten million) stays in the folder of temporary files while it runs.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS, chooseBrowser } from '../lib/launch/browser.mjs';

const start = fileURLToPath(new URL('../lib/launch/start.mjs', import.meta.url));
const fill = fileURLToPath(new URL('../lib/db/bench/fill-events.mjs', import.meta.url));
const EVENTS = Number(process.env['BENCH_EVENTS'] ?? 10_000_000);
const PORT = '4391';
const base = `http://127.0.0.1:${PORT}`;

const PAGES = [
  '/',
  '/operators',
  '/networks',
  '/addresses',
  '/templates',
  '/events',
  '/leaks',
  '/graph',
  '/uploads',
  '/registries',
  '/settings',
  '/networks/7',
  '/networks/as/64500',
  '/addresses/100.5.3.7',
  '/organisations/7',
  '/operators/benchoperator3',
  '/contacts/7',
  '/templates/5',
  '/uploads/benchupload1',
  '/block-lists',
  '/reports',
];
const LONGEST_MS = 120_000;
const FILTERS = [
  'ip:101.1.0.0/16',
  'net:#12',
  'net:NET-1*',
  'org:#7',
  'org:"Company 1*"',
  'operator:#benchoperator3',
  'country:NL',
  'registry:ripe',
  'contact:CT7-TEST',
  'asn:64500',
  'sender:*@mag12.example',
  'template:#5',
  'template:offer12*',
  'recipient:user1@site1.test',
  'recipient:*@site3.test',
  'service:shop7.example',
  'stage:RCPT',
  'action:milter-reject',
  'code:4xx',
  'dsn:5.7.1',
  'dnsbl:zen.example',
  '-dnsbl:zen.example',
  'server:exim',
  'upload:#benchupload1',
  'after:2026-06-01',
  'before:2026-06-01',
  'on:2026-03-04',
  'hour:22-5',
  'weekday:sat-sun',
  'has:org',
  'mag12.example',
  // The usual pairs.
  'org:#7 code:4xx',
  'org:#7 after:2026-11-01',
  'stage:RCPT -dnsbl:zen.example',
  'sender:*@mag12.example recipient:*@site3.test',
  'operator:#benchoperator3 on:2026-03-04',
  'ip:101.1.0.0/16 stage:RCPT code:4xx after:2026-01-02 -dnsbl:zen.example',
  'hour:22-5 weekday:sat-sun server:postfix',
];
const PANELS = ['panel=hours', 'panel=top', 'panel=top&top=org&by=recipients', 'panel=top&top=ip&by=days'];

/** @param {string} url @returns {Promise<number>} ms until its last byte */
async function time(url) {
  const from = performance.now();
  try {
    const response = await fetch(base + url, { signal: AbortSignal.timeout(LONGEST_MS) });
    await response.arrayBuffer();
    if (response.ok) return performance.now() - from;
    console.log(`  ${url} answers ${response.status}`);
  } catch (error) {
    console.log(`  ${url}: ${error instanceof Error ? error.message : error}`);
  }
  return Number.POSITIVE_INFINITY;
}

/** @param {number[]} values @param {number} part */
const quantile = (values, part) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;

/** @param {Array<{ url: string, ms: number }>} all @param {string} what */
function report(all, what) {
  const times = all.map(({ ms }) => ms);
  console.log(
    `${what}: median ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms of ${times.length}`,
  );
  const worst = [...all].sort((a, b) => b.ms - a.ms).slice(0, 6);
  for (const { url, ms } of worst) console.log(`  ${ms.toFixed(0)} ms  ${url}`);
}

async function measureBrowser() {
  const browser = await chromium.launch({
    executablePath: chooseBrowser(chromium.executablePath(), process.env) ?? undefined,
    args: BROWSER_ARGUMENTS,
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const paints = [];
  // A browser that has just begun takes a second of its own.
  await page.goto(`${base}/settings`);
  for (const url of PAGES) {
    await page.goto(base + url);
    const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
    paints.push({ url, ms: paint });
  }
  report(paints, 'first contentful paint');
  await page.goto(`${base}/events`);
  const grid = page.getByRole('rowgroup');
  await grid.hover();
  // The longest time for which a row in view has no content, while the bar is pulled to a hundred places.
  const blank = await page.evaluate(async () => {
    const box = document.querySelector('[role="rowgroup"]');
    if (!box) throw new Error('no rows');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const isBlank = () => {
      const view = box.getBoundingClientRect();
      return [...box.querySelectorAll('[role="row"]')].some((row) => {
        const at = row.getBoundingClientRect();
        return at.bottom > view.top && at.top < view.bottom && row.querySelector('a') === null;
      });
    };
    const waits = [];
    for (let i = 1; i <= 100; i++) {
      box.scrollTop = ((i * 37) % 100) * (box.scrollHeight / 100);
      await frame();
      await frame();
      const from = performance.now();
      while (isBlank()) await frame();
      waits.push(performance.now() - from);
    }
    return waits;
  });
  report(
    blank.map((ms, i) => ({ url: `jump ${i + 1}`, ms })),
    'blank rows after a jump',
  );
  await browser.close();
}

const folder = mkdtempSync(path.join(tmpdir(), 'pages-bench-'));
try {
  console.log(`${EVENTS.toLocaleString('en')} refusals are made`);
  execFileSync(process.execPath, [fill, folder, String(EVENTS)], { stdio: 'inherit' });
  // Its addresses are nobody's: no registry is to be asked about them.
  const registries = path.join(folder, 'registries.json');
  writeFileSync(registries, JSON.stringify({ 'whois.iana.org': { address: '127.0.0.1', port: 9 } }));
  const server = spawn(process.execPath, [start, '--no-sample'], {
    env: { ...process.env, PORT, RINGLEADER_DATA: folder, RINGLEADER_REGISTRIES: registries },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    // Read to its end: a server whose output nobody takes ends.
    await new Promise((resolve) => server.stdout.on('data', (chunk) => String(chunk).includes(base) && resolve(null)));
    const from = performance.now();
    for (let done = false; !done; ) {
      const { searched, of } = await (await fetch(`${base}/api/events?limit=1`)).json();
      done = searched === of;
    }
    console.log(`into memory after ${((performance.now() - from) / 1000).toFixed(1)} s`);
    await Promise.all(PAGES.map(time));
    /** @type {Array<{ url: string, ms: number }>} */
    const first = [];
    const again = [];
    const query = (/** @type {string} */ q) => `/events?q=${encodeURIComponent(q)}`;
    for (const url of [...PAGES, ...FILTERS.map(query), ...PANELS.map((panel) => `/events?${panel}`)]) {
      first.push({ url: decodeURIComponent(url), ms: await time(url) });
      again.push({ url: decodeURIComponent(url), ms: await time(url) });
    }
    report(first, 'asked for the first time');
    report(again, 'asked again');
    const rows = [];
    for (let i = 0; i < 50; i++) {
      const url = `/api/events?offset=${Math.floor((i / 50) * EVENTS)}&limit=100`;
      rows.push({ url, ms: await time(url) });
    }
    report(rows, 'a hundred rows from anywhere');
    await measureBrowser();
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
} finally {
  rmSync(folder, { recursive: true });
}
