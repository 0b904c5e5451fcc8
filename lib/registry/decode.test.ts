import { describe, expect, it } from 'vitest';
import { decodeAnswer } from './decode';
import { encodeIso2022Jp } from './fixtures/iso-2022-jp';

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const latin1 = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

describe('decodeAnswer', () => {
  it.each<[string, number[] | Uint8Array, string, string]>([
    [
      'ISO-2022-JP',
      encodeIso2022Jp('[組織名] 株式会社クリムゾン・リレー\n'),
      'iso-2022-jp',
      '[組織名] 株式会社クリムゾン・リレー\n',
    ],
    ['ISO-2022-JP where UTF-8 was declared', encodeIso2022Jp('住所\n'), 'utf-8', '住所\n'],
    [
      'JIS X 0208 across a line end',
      [0x1b, 0x24, 0x42, 0x3d, 0x3b, 0x1b, 0x28, 0x42, 0x0a, 0x61],
      'iso-2022-jp',
      '住\na',
    ],
    ['UTF-8', utf8('住所\n'), 'utf-8', '住所\n'],
    ['UTF-8 where ISO-2022-JP was declared', utf8('住所\n'), 'iso-2022-jp', '住所\n'],
    ['two charsets in one answer', [...utf8('é\n'), ...latin1('é\n')], 'utf-8', 'é\né\n'],
    ['ISO-8859-1', latin1('São\n'), 'iso-8859-1', 'São\n'],
    ['a charset that does not exist', latin1('São\n'), 'klingon', 'São\n'],
    ['a NUL', [0x61, 0, 0x62], 'utf-8', 'a\0b'],
    ['nothing', [], 'utf-8', ''],
  ])('%s', (_, bytes, charset, expected) => {
    expect(decodeAnswer(Uint8Array.from(bytes), charset)).toBe(expected);
  });
});
