import { expect, it } from 'vitest';
import { checkRequest } from './check-request';

/** The status of the refusal, or null, for a request to a server on port 3000. */
function check(method: string, headers: Record<string, string>, expected: number | null, port = '3000'): void {
  expect(checkRequest({ method, headers: new Headers(headers) }, port)?.status ?? null).toBe(expected);
}

const OWN = { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' };

it.each(['127.0.0.1:3000', 'localhost:3000', 'LOCALHOST:3000', '[::1]:3000'])('serves a page to %s', (host) => {
  check('GET', { host }, null);
  check('HEAD', { host }, null);
});

it.each([
  'rebound.example:3000',
  '127.0.0.1:3001',
  '127.0.0.1:30001',
  'localhost:3000.example',
  '127.0.0.1',
  'localhost',
  '127.0.0.1.example:3000',
  '192.0.2.1:3000',
  '0.0.0.0:3000',
  '',
])('refuses the host "%s"', (host) => {
  check('GET', { host }, 421);
  check('POST', { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }, 421);
});

it('refuses a request without a host', () => check('GET', {}, 421));

it('takes the bare name on port 80 only', () => {
  check('GET', { host: 'localhost' }, null, '80');
  check('GET', { host: 'localhost:80' }, null, '80');
  check('GET', { host: 'rebound.example' }, 421, '80');
});

it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('takes %s from our own pages only', (method) => {
  check(method, OWN, null);
  check(method, { ...OWN, 'sec-fetch-site': 'same-origin' }, null);
  check(method, { host: OWN.host }, 403);
  check(method, { ...OWN, origin: 'null' }, 403);
  check(method, { ...OWN, origin: 'http://page.example' }, 403);
  check(method, { ...OWN, origin: 'http://127.0.0.1:8080' }, 403);
  check(method, { ...OWN, origin: 'https://127.0.0.1:3000' }, 403);
  // Two names of the same machine are two origins: the other one may be another program's page.
  check(method, { ...OWN, origin: 'http://localhost:3000' }, 403);
  for (const site of ['cross-site', 'same-site', 'none']) check(method, { ...OWN, 'sec-fetch-site': site }, 403);
});

it('lets a foreign page link to us', () => {
  check('GET', { host: OWN.host, origin: 'http://page.example', 'sec-fetch-site': 'cross-site' }, null);
});
