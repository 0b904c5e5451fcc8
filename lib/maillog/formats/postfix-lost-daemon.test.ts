import { expect, test } from 'vitest';
import type { Rejection, Sighting } from '@/lib/model';
import { createByteParser } from '../parser';

const lost = (message: string, app = 'postfix') => `<22>1 2026-11-04T05:14:21Z mx1 ${app} 7 - -  ${message}\n`;

function parse(log: string) {
  const rejections: Rejection[] = [];
  const sightings: Sighting[] = [];
  const parser = createByteParser(
    { zone: 'UTC', firstYear: 2026, referenceMs: 0 },
    {
      refusal: (found) => rejections.push(found.toRejection()),
      unparsed: () => expect.unreachable(),
      sighting: (sighting) => sightings.push(sighting),
    },
  );
  parser.push(Buffer.from(log));
  parser.end();
  return { rejections, sightings };
}

test('accepted mail is joined though no line names its daemon', () => {
  const { sightings } = parse(
    [
      'connect from m.x.example[192.0.2.9]',
      '1A3F00A1B2: client=m.x.example[192.0.2.9]',
      '1A3F00A1B2: message-id=<1@x.example>',
      '1A3F00A1B2: from=<s@x.example>, size=100, nrcpt=1 (queue active)',
      '1A3F00A1B2: to=<r@b.example>, relay=local, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (delivered to maildir)',
      '1A3F00A1B2: removed',
    ]
      .map((message) => lost(message))
      .join(''),
  );
  expect(sightings).toMatchObject([
    { kind: 'accepted', address: '192.0.2.9', messages: 1, recipients: 1, host: 'mx1' },
  ]);
});

test('a list of postscreen is joined, and a filter finds its client', () => {
  const { rejections } = parse(
    [
      'addr 192.0.2.9 listed by domain bl.test.example as 127.0.0.2',
      'NOQUEUE: reject: RCPT from [192.0.2.9]:4711: 550 5.7.1 no; from=<s@x.example>, to=<r@b.example>, proto=ESMTP, helo=<pc>',
      'connect from m.x.example[192.0.2.8]',
      'proxy-reject: END-OF-MESSAGE: 554 5.7.0 Reject; from=<s@x.example> to=<r@b.example> proto=ESMTP helo=<pc>',
    ]
      .map((message) => lost(message))
      .join(''),
  );
  expect(rejections.map((r) => [r.daemon, r.clientAddress, r.dnsbl])).toEqual([
    ['postfix', '192.0.2.9', 'bl.test.example'],
    ['postfix', '192.0.2.8', null],
  ]);
});

test('a reply that names a client as postscreen does is smtpd’s still', () => {
  const message =
    'NOQUEUE: reject: RCPT from m.x.example[192.0.2.9]: 550 5.7.1 from [192.0.2.7]:1; from=<s@x.example> to=<r@b.example> proto=ESMTP helo=<pc>';
  expect(parse(lost(message)).rejections.map((r) => [r.clientAddress, r.recipient])).toEqual([
    ['192.0.2.9', 'r@b.example'],
  ]);
  expect(parse(lost(message, 'shop')).rejections).toEqual([]);
});
