import { describe, expect, it } from 'vitest';
import { formatCursor, readCursor, readEventFilter } from './event-filter';

describe('readEventFilter', () => {
  it.each([
    [
      { address: ' 192.0.2.1 ', code: '550', sender: 'ERR', page: '3' },
      { address: '192.0.2.1', code: 550, sender: 'ERR' },
    ],
    [{ address: '2001:DB8:0::1' }, { address: '2001:db8::1' }],
    [{ address: 'nobody' }, { address: 'nobody' }],
    [{ network: '12', organisation: '-1', template: '1e3', code: '' }, { network: 12 }],
    [{ recipient: ['Anna@Office.test', 'x'] }, { recipient: 'anna@office.test' }],
    [{ constructor: 'x', __proto__: 'y' }, {}],
  ])('%j', (params, filter) => {
    expect(readEventFilter(params)).toEqual(filter);
  });
});

describe('readCursor', () => {
  it.each([
    ['1785726000000.12', { timeMs: 1_785_726_000_000, id: 12 }],
    ['12', undefined],
    ['1.x', undefined],
    [undefined, undefined],
  ])('%s', (text, cursor) => {
    expect(readCursor(text)).toEqual(cursor);
    if (cursor) expect(formatCursor(cursor)).toBe(text);
  });
});
