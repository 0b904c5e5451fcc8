import { describe, expect, it } from 'vitest';
import { UserError } from '@/lib/model';
import { readUploadQuery } from './upload-query';

describe('readUploadQuery', () => {
  it('reads what a file brings', () => {
    const url =
      'http://127.0.0.1:3000/api/uploads?name=mail%20log.1&lastModified=1785726000000&zone=Asia%2FTokyo&year=2026&format=exim';
    expect(readUploadQuery(url, '512')).toEqual({
      name: 'mail log.1',
      source: 'browser',
      fileTimeMs: 1_785_726_000_000,
      zone: 'Asia/Tokyo',
      year: 2026,
      format: 'exim',
      expectedBytes: 512,
    });
  });

  it('leaves to the defaults what is not said, and keeps what is no number', () => {
    expect(readUploadQuery('http://127.0.0.1/api/uploads?name=a&zone=&year=x', null)).toEqual({
      name: 'a',
      source: 'browser',
      fileTimeMs: null,
      zone: null,
      year: Number.NaN,
      format: null,
      expectedBytes: null,
    });
  });

  it('knows no mail server of another name', () => {
    const read = () => readUploadQuery('http://127.0.0.1/api/uploads?name=a&format=Exim', null);
    expect(read).toThrow(UserError);
  });
});
