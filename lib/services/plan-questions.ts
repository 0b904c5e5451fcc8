import { addressesToAsk, countOpenQuestions } from '@/lib/db/read/questions';
import { parseAddress } from '@/lib/model';
import { chooseRdap, chooseServer } from '@/lib/registry';
import { enqueueQuestion, FIRST_QUESTION } from './enqueue-question';
import type { Registries } from './find-way';
import { readRegistries } from './settings';

/**
 * Questions about addresses that wait at one time. Registries answer one in seconds, and an answer often covers
 * many addresses: a longer queue would mostly hold questions nobody needs to ask any more.
 */
const HORIZON = 500;

/**
 * Fills the queue with questions about addresses of the user's logs whose owner is not known yet, those with most
 * rejections first. An address nobody on the internet answers for is left out.
 */
export function planQuestions(nowMs: number, registries: Registries = readRegistries(process.env)): void {
  let open = countOpenQuestions(FIRST_QUESTION);
  if (open > HORIZON / 2) return;
  for (const { text, events } of addressesToAsk(FIRST_QUESTION)) {
    if (open >= HORIZON) return;
    if (planAddress(text, events, nowMs, registries)) open++;
  }
}

/**
 * Queues the question who holds an address; `weight` is the rejections behind it.
 * @returns false where nobody on the internet answers for it.
 */
export function planAddress(text: string, weight: number, nowMs: number, { whois, rdap }: Registries): boolean {
  const address = parseAddress(text);
  if (!address) return false;
  const byWhois = chooseServer(whois, address);
  // Only the site's own RDAP servers have prefixes; IANA's whois is asked about everything else.
  const choice = byWhois?.via === 'prefix' ? byWhois : (chooseRdap(rdap, null, address) ?? byWhois);
  if (!choice) return false;
  enqueueQuestion({ server: choice.host, kind: 'address', key: text, depth: 0, asked: [] }, weight, nowMs);
  return true;
}
