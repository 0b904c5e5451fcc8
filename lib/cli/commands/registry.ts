import { readFileSync } from 'node:fs';
import { runJobs } from '@/lib/jobs';
import { message, UserError } from '@/lib/model';
import { addAnswers, type AddedAnswers } from '@/lib/services/add-answers';
import { ownerContext } from '@/lib/services/context';
import { createHandlers } from '@/lib/services/handlers';
import { readOptions, UsageError } from '../options';
import { printable } from '../printable';
import { reportFault } from './worker';

/** `registry add [--json] FILE|-`: takes pasted registry answers and says what was in them. */
export async function runRegistry([verb, ...argv]: string[]): Promise<number> {
  const { values, positionals } = readOptions(argv, { json: { type: 'boolean' } });
  const [file] = positionals;
  if (verb !== 'add' || file === undefined || positionals.length > 1)
    throw new UsageError('registry: say `registry add [--json] FILE`, or `-` for standard input.');
  const added = addAnswers(ownerContext(), readText(file));
  const { detect } = createHandlers(process.env);
  await runJobs({
    handlers: { detect },
    signal: new AbortController().signal,
    nowMs: Date.now,
    until: 'settled',
    onFault: reportFault,
  });
  process.stdout.write(values.json ? `${JSON.stringify(added, null, 2)}\n` : describe(added));
  return 0;
}

function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new UserError('bad-input', message('services.upload.unreadable', { name: file, problem }), { cause: error });
  }
}

function describe(added: AddedAnswers): string {
  const list = (title: string, items: string[]): string =>
    `${title} (${items.length}): ${items.map(printable).join(', ') || '-'}\n`;
  return [
    `${added.answers} answers read, marked "pasted by hand".\n`,
    list('Networks', added.networks),
    list('Organisations', added.organisations),
    list('Contacts', added.contacts),
    ...added.references.map(({ handle, networks }) => list(`Networks that name ${printable(handle)}`, networks)),
  ].join('');
}
