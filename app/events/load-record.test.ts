import { expect, test } from 'vitest';
import { provideTestDatabase } from '@/lib/db/fixtures/test-database';
import { listEvents } from '@/lib/db/fixtures/list-events';
import { readLog } from '@/lib/services/fixtures/read-log';
import { loadRecord } from './load-record';

provideTestDatabase();

const SESSION = '00000000000000a1';
const LOG = [
  'Aug  3 05:14:20 mx1 postfix/smtpd[7]: connect from mail.x.example[192.0.2.7]',
  'Aug  3 05:14:21 mx1 postfix/smtpd[7]: proxy-reject: END-OF-MESSAGE: 554 5.7.1 no; from=<s@x.example> to=<r@b.example> proto=ESMTP helo=<pc>',
  `Aug  3 05:14:22 mx1 smtpd[9]: ${SESSION} smtp connected address=192.0.2.9 host=x.example`,
  `Aug  3 05:14:23 mx1 smtpd[9]: ${SESSION} smtp failed-command command="RCPT TO:<r@b.example>" result="550 no"`,
  'Aug  3 05:14:24 mx1 postfix/smtpd[8]: NOQUEUE: reject: RCPT from y.example[192.0.2.8]: 554 5.7.1 no; from=<s@x.example> to=<r@b.example> proto=ESMTP helo=<pc>',
  'Aug  3 05:14:25 mx1 postfix/smtpd[6]: proxy-reject: END-OF-MESSAGE: 554 5.7.1 no; from=<s@x.example> to=<r@b.example> proto=ESMTP helo=<pc>',
];

test('a client that an earlier line of the session named is there, and said to be joined', async () => {
  await readLog(LOG.join('\n'), Date.UTC(2026, 7, 9));
  const events = await listEvents();
  const loaded = events.map(({ id }) => loadRecord(id));
  expect(loaded.map((one) => [one?.record.clientAddress, one?.joined])).toEqual([
    ['192.0.2.7', ['clientAddress']],
    ['192.0.2.9', ['clientAddress']],
    ['192.0.2.8', []],
    [null, []],
  ]);
  expect(loadRecord(1)).toBeNull();
});
