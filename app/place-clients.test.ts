import { expect, test } from 'vitest';
import { parseRange } from '@/lib/model';
import { placeClients } from './place-clients';

const network = (text: string) => {
  const range = parseRange(text);
  if (!range) throw new Error(text);
  return { text, range };
};
const client = (text: string) => ({ text, messages: 1, recipients: 1, lastMs: 0 });

test('each client in the smallest network around it', () => {
  const networks = ['198.18.0.0/16', '198.18.32.0/19', '2001:db8::/32'].map(network);
  const texts = ['198.18.32.0', '198.18.64.0', '2001:db8::1', '192.0.2.1'];
  expect(placeClients(texts.map(client), networks).map(({ network: text }) => text)).toEqual([
    '198.18.32.0/19',
    '198.18.0.0/16',
    '2001:db8::/32',
    null,
  ]);
});
