import { once } from 'node:events';
import { createTranslator } from '@/lib/messages';
import { EXPORT_FORMATS, exportEvents } from '@/lib/services/export-events';
import { findEvents } from '@/lib/services/find-events';
import { readOptions, UsageError } from '../options';
import { printable } from '../printable';

/**
 * `events [--format csv|ndjson] [--oldest] [--count] [FILTER]`: what a filter finds, on stdout, newest first. The
 * filter is the page's language; several arguments are one filter.
 */
export async function runEvents(argv: string[]): Promise<number> {
  const { values, positionals } = readOptions(argv, {
    format: { type: 'string' },
    oldest: { type: 'boolean' },
    count: { type: 'boolean' },
  });
  const format = EXPORT_FORMATS.find((known) => known === (values.format ?? 'ndjson'));
  if (!format) throw new UsageError(`events: --format is one of ${EXPORT_FORMATS.join(', ')}.`);
  const text = positionals.join(' ');
  const found = await findEvents(text, Date.now());
  if ('errors' in found) {
    const { message } = createTranslator('en');
    for (const { at, length, message: sentence } of found.errors) {
      const mark = ' '.repeat(printable(text.slice(0, at)).length) + '^'.repeat(Math.max(1, length));
      process.stderr.write(`${printable(text)}\n${mark}\n${printable(message(sentence))}\n`);
    }
    return 2;
  }
  if (values.count) {
    process.stdout.write(`${found.matches.length}\n`);
    return 0;
  }
  for (const portion of exportEvents(found.matches, values.oldest ? 'oldest' : 'newest', format)) {
    if (!process.stdout.write(terminalSafe(portion))) await once(process.stdout, 'drain');
  }
  return 0;
}

/** A file gets the bytes as they are; a terminal never a sequence of a stranger's. */
const terminalSafe = (text: string): string =>
  process.stdout.isTTY
    ? text
        .split(/(?<=\n)/)
        .map((line) => `${printable(line.trimEnd())}\n`)
        .join('')
    : text;
