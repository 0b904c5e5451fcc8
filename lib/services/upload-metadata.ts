import { checkInput, type UploadInput } from './receive-upload';

/** '' and what was left out say nothing. A number that is none stays NaN, which is refused by its field's name. */
const numberOf = (text: string | null | undefined): number | null => (text ? Number(text) : null);

/**
 * What comes with an upload, from the tus metadata `name`, `lastModified`, `zone`, `year`, `format`.
 * @param sizeBytes the length announced
 * @throws UserError that names the field which is not right.
 */
export function readUploadMetadata(
  metadata: Readonly<Record<string, string | null>>,
  sizeBytes: number,
): Required<UploadInput> {
  return checkInput({
    name: metadata['name'] ?? '',
    source: 'browser',
    fileTimeMs: numberOf(metadata['lastModified']),
    zone: metadata['zone'] || null,
    year: numberOf(metadata['year']),
    format: metadata['format'] || null,
    expectedBytes: sizeBytes,
  });
}
