import { type RuleFormat } from '@/lib/model';
import { buildOperatorBlockList, renderStoredBlockList } from '@/lib/services/build-block-list';
import { ownerContext } from '@/lib/services/context';
import { readOptions, UsageError } from '../options';

const FORMATS = ['nft', 'iptables', 'sysconfig', 'iptables-restore'] as const satisfies readonly RuleFormat[];

/**
 * `blocklist --operator ID --format FORMAT [--insert] [--drop] [--mail]`: the rules on stdout. Naming the
 * operator here is the person's decision; what a guard refused is said on stderr.
 */
export async function runBlocklist(argv: string[]): Promise<number> {
  const { values } = readOptions(argv, {
    operator: { type: 'string' },
    format: { type: 'string' },
    insert: { type: 'boolean' },
    drop: { type: 'boolean' },
    mail: { type: 'boolean' },
  });
  const format = FORMATS.find((known) => known === values.format);
  if (values.operator === undefined || !format) {
    throw new UsageError(`blocklist: say --operator ID (see \`operators\`) and --format ${FORMATS.join('|')}.`);
  }
  const { publicId, notes } = buildOperatorBlockList(ownerContext(), {
    operator: values.operator,
    acceptUnconfirmed: true,
  });
  for (const note of notes) process.stderr.write(`${note}\n`);
  process.stdout.write(
    renderStoredBlockList(publicId, format, {
      place: values.insert ? 'insert' : 'append',
      action: values.drop ? 'drop' : 'reject',
      ports: values.mail ? 'mail' : 'all',
    }).text,
  );
  return 0;
}
