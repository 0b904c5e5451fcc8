import { readFormat } from '@/app/uploads/read-format';
import type { UploadInput } from '@/lib/services/receive-upload';

const numberOf = (text: string | null): number | null => (text === null || text === '' ? null : Number(text));

/**
 * What comes with the bytes, from `?name=&lastModified=&zone=&year=&format=` and Content-Length. A number that is
 * none stays NaN, which the verb refuses by its field's name.
 * @throws UserError for a format that is none.
 */
export function readUploadQuery(url: string, contentLength: string | null): UploadInput {
  const query = new URL(url).searchParams;
  return {
    name: query.get('name') ?? '',
    source: 'browser',
    fileTimeMs: numberOf(query.get('lastModified')),
    zone: query.get('zone') || null,
    year: numberOf(query.get('year')),
    format: readFormat(query.get('format') ?? ''),
    expectedBytes: numberOf(contentLength),
  };
}
