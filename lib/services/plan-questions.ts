import { addressesWithoutNetwork } from '@/lib/db/read/questions';
import { parseAddress } from '@/lib/model';
import { chooseServer, type Directory } from '@/lib/registry';
import { enqueueQuestion } from './enqueue-question';
import { readDirectory } from './settings';

/**
 * Queues a question for every address of the user's logs whose owner is not known yet, those with most
 * rejections first. An address nobody on the internet answers for is left out.
 */
export function planQuestions(nowMs: number, directory: Directory = readDirectory(process.env)): void {
  for (const { text, events } of addressesWithoutNetwork()) {
    const address = parseAddress(text);
    const choice = address && chooseServer(directory, address);
    if (!choice) continue;
    enqueueQuestion({ server: choice.host, kind: 'address', key: text, depth: 0, hops: 0 }, events, nowMs);
  }
}
