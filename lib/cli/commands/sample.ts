import { ownerContext } from '@/lib/services/context';
import { addSample, removeSample } from '@/lib/services/sample-case';

/** `sample add|remove`. `add` does something once per database: what was removed stays removed. */
export async function runSample([verb]: string[]): Promise<number> {
  if (verb === 'add') await addSample(ownerContext(), false);
  else if (verb === 'remove') await removeSample(ownerContext());
  else {
    process.stderr.write('sample: say `add` or `remove`.\n');
    return 2;
  }
  return 0;
}
