import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type RdapServer, startRdapServer } from '@/lib/registry/fixtures/rdap-server';
import { startWhoisServer, toAnswer, type WhoisServer } from '@/lib/registry/fixtures/whois-server';
import { expect, test as base } from './fixtures';
import { sendLog } from './send-log';

const sample = (name: string): string => readFileSync(`lib/registry/fixtures/${name}.txt`, 'utf8');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const NETWORK = `% This is the RIPE Database query service.

inetnum:        198.51.100.0 - 198.51.100.255
netname:        SAMPLE-TWO
descr:          Second Sample B.V.
country:        NL
source:         RIPE
`;
const BULK =
  'Bulk mode; whois.cymru.com [2026-11-24 12:00:00 +0000]\n64500 | 192.0.2.17 | 192.0.2.0/24 | NL | ripencc | 2009-02-13 | SAMPLE-AS - Sample Networks, NL\n';
const ANNOUNCED = 'announced-prefixes/data.json?resource=AS64500&sourceapp=ringleader';

interface Played {
  ripe: WhoisServer;
  cymru: WhoisServer;
  radb: WhoisServer;
  denying: WhoisServer;
  stat: RdapServer;
}

/** RIPE, which knows two networks; who announces them; RIPEstat and RADb; and APNIC, which denies access for good. */
const test = base.extend<{ played: Played }>({
  played: async ({}, provide) => {
    const answers = (host: string, texts: Readonly<Record<string, string>>) =>
      Object.entries(texts).map(([query, text]) => toAnswer(host, query, bytes(text)));
    const start = (host: string, texts: Readonly<Record<string, string>>) =>
      startWhoisServer({ answers: answers(host, texts) });
    const played = {
      ripe: await start('whois.ripe.net', { '192.0.2.17': sample('ripe-network'), '198.51.100.0': NETWORK }),
      cymru: await start('whois.cymru.com', { end: BULK }),
      radb: await start('whois.radb.net', { '!q': sample('irrd-routes') }),
      denying: await startWhoisServer({
        answers: [],
        faults: { '203.0.113.9': { denial: sample('ripe-denied-permanently') } },
      }),
      stat: await startRdapServer({ replies: [[`/data/${ANNOUNCED}`, sample('ripestat-announced')]] }),
    };
    await provide(played);
    await Promise.all(Object.values(played).map((server) => server.close()));
  },

  registries: async ({ played: { ripe, cymru, radb, denying, stat } }, provide) => {
    const row = ({ port }: WhoisServer, more = {}) => ({ address: '127.0.0.1', port, minIntervalMs: 0, ...more });
    await provide({
      'whois.ripe.net': row(ripe, { prefixes: ['192.0.2.0/24', '198.51.100.0/24'] }),
      'whois.apnic.net': row(denying, { prefixes: ['203.0.113.0/24'] }),
      'whois.cymru.com': row(cymru),
      'whois.radb.net': row(radb),
      'stat.ripe.net': { address: '127.0.0.1', rdap: `http://stat.ripe.net:${stat.port}/data/`, minIntervalMs: 0 },
    });
  },
});

const refusal = (client: string, second: number): string =>
  `Aug  3 12:00:${String(second).padStart(2, '0')} mx1 postfix/smtpd[9105]: NOQUEUE: reject: RCPT from unknown[${client}]: 450 4.7.1 Client host rejected: cannot find your hostname, [${client}]; from=<a@mail.example> to=<b@shop.example> proto=ESMTP helo=<mail.example>\n`;

const ask = async (page: Page, question: RegExp): Promise<void> => {
  const item = page.getByRole('listitem').filter({ hasText: question });
  await item.getByRole('button', { name: 'Ask' }).click();
  await expect
    .poll(async () => {
      await page.reload();
      return item.getByText(/Answered/).count();
    })
    .toBe(1);
};

test('from a network to its AS, the blocks that AS announces, and who holds one of them', async ({
  page,
  request,
  app,
  played,
}) => {
  const clients = ['192.0.2.17', '198.51.100.200', '198.51.100.200', '203.0.113.9'];
  const log = clients.map((client, index) => refusal(client, index)).join('');
  const sent = await sendLog(request, app.baseURL, Buffer.from(log), { name: 'mail.log', year: '2026', zone: 'UTC' });
  expect(sent.status()).toBe(200);
  await expect.poll(() => played.cymru.queries.length).toBeGreaterThan(0);

  await test.step('a registry that denies access for good is an alarm on the first page', async () => {
    await page.goto('/');
    await expect(page.getByText('whois.apnic.net denies access to this machine for good')).toBeVisible();
    await page.getByRole('link', { name: 'the page of registries' }).click();
    const lane = page.getByRole('listitem').filter({ hasText: 'whois.apnic.net' });
    await expect(lane).toContainText('denies access to this address for good: somebody must write to it.');
    await expect(lane.getByRole('button', { name: 'Resume' })).toBeVisible();
  });

  await test.step('the network tells who announces it, and leads to the AS', async () => {
    await page.goto('/networks');
    await page.getByRole('link', { name: '192.0.2.0/25', exact: true }).click();
    await expect(
      page.getByText('On the internet AS64500 (SAMPLE-AS - Sample Networks, NL) announces it'),
    ).toBeVisible();
    await page.getByRole('link', { name: 'AS64500' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('AS64500');
  });

  await test.step('its blocks are asked for, and are told apart by who says so', async () => {
    await ask(page, /was seen to announce/);
    await ask(page, /routes are registered/);
    expect(played.stat.requests.map((path) => path.slice(path.indexOf('/')))).toEqual([`/data/${ANNOUNCED}`]);
    const block = page.getByRole('row').filter({ hasText: '2001:db8:40::/44' });
    await expect(block).toContainText('not looked up yet');
    await expect(block).toContainText('seen announced, says stat.ripe.net');
    await expect(block).toContainText('registered at whois.radb.net');
    const held = page.getByRole('row').filter({ hasText: '198.51.100.128/25' });
    await expect(held.getByRole('link', { name: '198.51.100.0/24' })).toBeVisible();
    await expect(held.getByRole('link', { name: '2', exact: true })).toBeVisible();
    await expect(page.getByText('This list is no evidence.')).toBeVisible();
  });

  await test.step('each registry says what is left of its questions of the day, and a person sets their number', async () => {
    await page.goto('/registries');
    const lane = page.getByRole('listitem').filter({ hasText: 'stat.ripe.net' });
    await expect(lane).toContainText('1 of 1,000 questions asked today (UTC), 999 left');
    await page.goto('/settings');
    await page.getByLabel('stat.ripe.net').fill('1');
    await page.getByRole('button', { name: 'Save these numbers' }).click();
    await expect(page.getByText('A registry that waited for its number goes on')).toBeVisible();
    await page.getByLabel('Keep it').selectOption('365');
    await page.getByRole('button', { name: 'Save this choice' }).click();
    await expect(page.getByText('What is older is deleted within minutes')).toBeVisible();
    await expect(page.getByLabel('Keep it')).toHaveValue('365');
    await page.goto('/registries');
    await expect(lane).toContainText('1 of 1 questions asked today (UTC): asks again at 00:00 UTC');
    await lane.getByRole('link', { name: 'Change its number' }).click();
    await page.getByLabel('stat.ripe.net').fill('');
    await page.getByRole('button', { name: 'Save these numbers' }).click();
    await expect(page.getByLabel('stat.ripe.net')).toHaveValue('1000');
  });
});
