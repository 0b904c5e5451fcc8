import { describe, expect, it } from 'vitest';
import { isOwnRequest, readPreferences, safeBack } from './preference';

describe('safeBack', () => {
  it.each([
    ['/operators/x?evidence=3', '/operators/x?evidence=3'],
    ['/', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example', '/'],
    ['/a\r\nSet-Cookie: x', '/'],
    [null, '/'],
  ])('%j leads to %s', (value, expected) => {
    expect(safeBack(value)).toBe(expected);
  });
});

describe('readPreferences', () => {
  it('takes what it knows and nothing else', () => {
    const form = new FormData();
    for (const [name, value] of [
      ['lang', 'ja'],
      ['theme', 'pink'],
      ['keys', 'off'],
      ['session', 'x'],
    ] as const)
      form.set(name, value);
    expect(readPreferences(form)).toEqual([
      { name: 'lang', value: 'ja' },
      { name: 'keys', value: 'off' },
    ]);
  });
});

describe('isOwnRequest', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, false],
    [{ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, true],
    [{ origin: 'http://evil.example', host: '127.0.0.1:3000' }, false],
    [{ origin: 'null', host: '127.0.0.1:3000' }, false],
    [{ host: '127.0.0.1:3000' }, false],
  ])('%j: %s', (head, expected) => {
    expect(isOwnRequest(new Headers(head as Record<string, string>))).toBe(expected);
  });
});
