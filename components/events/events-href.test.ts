import { expect, it } from 'vitest';
import { idValue, parseFilter } from '@/lib/filter';
import { eventsHref, filterHref, pageUnder, valueOf } from './events-href';

it.each([
  ['org', '#3', { kind: 'id', id: '3' }],
  ['recipient', '#3', { kind: 'glob', text: '#3' }],
  ['sender', '#a*b@x.example', { kind: 'glob', text: '#a\\*b@x.example' }],
  ['code', '450', { kind: 'numbers', first: 450, last: 450 }],
  ['ip', '192.0.2.7', { kind: 'range', text: '192.0.2.7' }],
] as const)('%s of %j', (field, text, value) => {
  expect(valueOf(field, text)).toMatchObject(value);
});

it('a link finds exactly what it says, whatever stands in it', () => {
  const text = 'a,b "c"+d&e=#*@x.example';
  const query = new URL(eventsHref(['recipient', valueOf('recipient', text)]), 'http://localhost').searchParams.get(
    'q',
  );
  expect(parseFilter(query ?? '')).toMatchObject({
    filter: { terms: [{ field: 'recipient', values: [valueOf('recipient', text)] }] },
    errors: [],
  });
});

it('a page without a filter is the page', () => {
  expect(pageUnder('/networks', '')).toBe('/networks');
  expect(filterHref('/networks', { terms: [] })).toBe('/networks');
  expect(eventsHref(['net', idValue(12)])).toBe('/events?q=net:%2312');
});
