import { ownerContext } from '@/lib/services/context';
import {
  addLocalOfflineFile,
  listOfflineFiles,
  type OfflineFile,
  removeOfflineFile,
} from '@/lib/services/offline-files';
import { readOptions, UsageError } from '../options';
import { printable } from '../printable';

/** `offline add FILE…`, `offline list [--json]`, `offline remove ID`: the operator's own files of networks. */
export async function runOffline([verb, ...argv]: string[]): Promise<number> {
  const { values, positionals } = readOptions(argv, { json: { type: 'boolean' } });
  const [first] = positionals;
  if (verb === 'add' && first !== undefined) {
    for (const file of positionals) {
      process.stdout.write(describe(await addLocalOfflineFile(ownerContext(), file)));
    }
    return 0;
  }
  if (verb === 'list' && first === undefined) {
    const files = listOfflineFiles();
    process.stdout.write(values.json ? `${JSON.stringify(files, null, 2)}\n` : files.map(describe).join(''));
    return 0;
  }
  if (verb === 'remove' && first !== undefined && positionals.length === 1) {
    await removeOfflineFile(ownerContext(), first);
    return 0;
  }
  throw new UsageError('offline: say `offline add FILE…`, `offline list [--json]` or `offline remove ID`.');
}

function describe({ id, name, kind, content, dateMs, dateOf, networks, badLines, sha256 }: OfflineFile): string {
  const holds = networks === null ? '' : `, ${networks} networks`;
  const bad = badLines === 0 ? '' : `, ${badLines} lines not understood`;
  const date = `${new Date(dateMs).toISOString().slice(0, 10)} (${dateOf === 'build' ? 'as it says' : 'of the file'})`;
  return `${id}  ${printable(name)}  ${kind}: ${printable(content)}${holds}${bad}  ${date}  sha256 ${sha256}\n`;
}
