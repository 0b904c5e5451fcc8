import { expect, test } from './fixtures';
import { sendLog } from './send-log';

const EVIL = [
  '<script>window.hacked=1</script>',
  '<img src=x onerror=window.hacked=1>',
  '"><svg onload=window.hacked=1>',
  'javascript:window.hacked=1',
  '{{constructor.constructor("window.hacked=1")()}}',
  '\u202egnp.exe\u2066',
];

/** A log in which every part a stranger chooses tries to become markup. */
const log = EVIL.flatMap((evil, i) => [
  `Aug  3 12:0${i}:00 mx1 postfix/smtpd[1]: NOQUEUE: reject: HELO from evil.example[198.18.51.${i + 1}]: 504 5.5.2 <${evil}>: Helo command rejected: need fully-qualified hostname; proto=SMTP helo=<${evil}>`,
  `Aug  3 12:1${i}:00 mx1 postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[198.18.51.${i + 1}]: 450 4.7.1 ${evil}; from=<"${evil.replaceAll('"', '')} 12345"@mag.example> to=<"${evil.replaceAll('"', '')}"@home.example> proto=ESMTP helo=<h.example>`,
]).join('\n');

const answer = `% whois
inetnum:        198.18.51.0 - 198.18.51.255
netname:        ${EVIL[0]}
descr:          ${EVIL[1]}
country:        ZZ
admin-c:        EV1-TEST
tech-c:         EV1-TEST
source:         RIPE

person:         ${EVIL[2]}
address:        ${EVIL[1]}
phone:          ${EVIL[3]}
nic-hdl:        EV1-TEST
source:         RIPE
`;

test('what strangers wrote is shown on every page and runs on none', async ({ app, page }) => {
  test.setTimeout(300_000); // many pages on a busy machine
  const upload = await app.cli(['registry', 'add', '-'], answer);
  expect(upload.code, upload.stderr).toBe(0);
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs++;
    void dialog.dismiss();
  });
  await page.goto('/uploads');
  await page.getByLabel('Log lines as text').fill(log);
  await page.getByRole('button', { name: 'Read these lines' }).click();
  await expect(page).toHaveURL(/\/uploads\/[0-9a-z]+/);
  const uploadPath = new URL(page.url()).pathname;
  await expect
    .poll(async () => {
      await page.goto('/events');
      return page.locator('[role=row][data-row]').count();
    })
    .toBe(EVIL.length * 2);
  for (const path of [
    '/',
    uploadPath,
    '/events',
    '/events?evidence=event:1,event:2',
    '/networks',
    '/networks/1',
    '/networks?q=code:4xx',
    '/addresses',
    '/addresses/198.18.51.1',
    '/templates',
    '/templates/1',
    '/contacts/1',
    '/organisations/1',
    '/registries',
    '/leaks',
    '/leaks?q=code:4xx',
    '/graph?q=code:4xx',
    '/graph?center=network:1',
    '/search?q=script',
  ]) {
    await page.goto(path);
    expect(await page.evaluate(() => 'hacked' in window), path).toBe(false);
    const odd = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes]
          .filter(({ name, value }) => name.startsWith('on') || /^javascript:/i.test(value))
          .map(({ name }) => `${element.tagName} ${name}`),
      ),
    );
    expect(odd, path).toEqual([]);
  }
  expect(dialogs).toBe(0);
});

test('an upload past the size at which a proxy would cut it arrives whole', async ({ app, request }) => {
  const body = Buffer.alloc(12 * 1024 * 1024, 'Aug  3 12:00:00 mx1 dovecot: imap-login: Login: user=<x>\n');
  const response = await sendLog(request, app.baseURL, body, { name: 'large' });
  expect(response.status()).toBe(200);
  const { publicId } = (await response.json()) as { publicId: string };
  const state = async () =>
    (await (await request.get(`/api/uploads/${publicId}`)).json()) as { state: string; sizeBytes: number };
  await expect.poll(async () => (await state()).state).toBe('done');
  expect((await state()).sizeBytes).toBe(body.length);
});
