import { isAsnBlock } from '@/lib/db/read/asns';
import { readQueued } from '@/lib/db/read/questions';
import { type Address, type AddressRange, formatAddress, message, parseRange, UserError } from '@/lib/model';
import { MAX_DEPTH } from './ask-further';
import type { Context } from './context';
import { enqueueByPerson, FIRST_QUESTION } from './enqueue-question';
import { chooseFirst } from './plan-questions';
import type { Registries } from './find-way';
import { readRegistries } from './settings';

/**
 * Queues the question who holds a block that an AS announces, where a person asks it: nothing follows by itself from
 * the answer.
 * @returns the server that will be asked.
 * @throws UserError where the AS has no such block, or nobody on the internet answers for it.
 */
export function lookUpBlock(
  context: Context,
  asn: number,
  text: string,
  registries: Registries = readRegistries(process.env),
): { server: string } {
  const range = parseRange(text);
  if (!range || !isAsnBlock(asn, range))
    throw new UserError('not-found', message('services.question.unknown', { subject: `AS${asn}` }));
  const address = firstOf(range);
  const server = chooseFirst(address, registries);
  if (server === null)
    throw new UserError('unavailable', message('services.ask.nobody', { address: formatAddress(address) }));
  enqueueByPerson({ server, kind: 'address', key: formatAddress(address), depth: MAX_DEPTH, asked: [] }, context.nowMs);
  return { server };
}

/** Where the question who holds a block stands in the queue; null where nobody asked, or it was answered. */
export function standOfBlock(range: AddressRange): { state: 'waiting' | 'failed'; server: string } | null {
  const job = readQueued(FIRST_QUESTION + formatAddress(firstOf(range)));
  if (!job || job.state === 'done') return null;
  return { state: job.state === 'failed' ? 'failed' : 'waiting', server: job.lane };
}

const firstOf = ({ family, first }: AddressRange): Address => ({ family, value: first });
