import { transaction } from '@/lib/db/transaction';
import { dropCovered } from '@/lib/db/write/jobs';
import { type AnswerStatus, message, UserError } from '@/lib/model';
import { parseAnswer, splitPaste } from '@/lib/registry';
import type { Context } from './context';
import { FIRST_QUESTION } from './enqueue-question';
import { requestDetection } from './request-detection';
import { storeAnswer } from './store-answer';

/** What a paste of registry answers brought, as names. */
export interface AddedAnswers {
  answers: number;
  networks: string[];
  organisations: string[];
  contacts: string[];
  /** Networks that name a contact. */
  references: Array<{ handle: string; networks: string[] }>;
}

/** How answers end that tell us something. */
const READABLE: ReadonlySet<AnswerStatus> = new Set(['found', 'limited', 'empty', 'partial']);

/**
 * Parses pasted registry answers just as if they were fetched, and marks them "pasted by hand".
 * @throws UserError where the text holds no answer we can read.
 */
export function addAnswers(context: Context, text: string, source: 'pasted' | 'sample' = 'pasted'): AddedAnswers {
  const parts = splitPaste(text);
  const parsed = parts.map((part) => ({
    part,
    answer: parseAnswer(part.text, { server: part.server ?? undefined, query: part.query ?? undefined }),
  }));
  const readable = parsed.filter(({ answer }) => READABLE.has(answer.status));
  if (readable.length === 0)
    throw new UserError('bad-input', message('services.answers.none', { parts: parts.length }));
  return transaction(() => {
    const networks = new Map<number, string>();
    const organisations = new Map<number, string>();
    const contacts = new Map<number, string>();
    const references = new Map<string, number[]>();
    for (const { part, answer } of readable) {
      const facts = storeAnswer(
        {
          server: part.server ?? answer.registry,
          query: part.query ?? '',
          bytes: Buffer.from(part.text, 'utf8'),
          text: part.text,
          askedMs: context.nowMs,
          source,
        },
        answer,
      );
      for (const network of facts.networks) networks.set(network.id, network.text);
      for (const organisation of facts.organisations) organisations.set(organisation.id, organisation.name);
      for (const contact of facts.contacts) contacts.set(contact.id, contact.handle);
      for (const reference of facts.references) references.set(reference.handle, reference.networkIds);
    }
    dropCovered(FIRST_QUESTION);
    requestDetection(context.nowMs);
    return {
      answers: readable.length,
      networks: [...networks.values()],
      organisations: [...organisations.values()],
      contacts: [...contacts.values()],
      references: [...references].map(([handle, ids]) => ({
        handle,
        networks: ids.flatMap((id) => networks.get(id) ?? []),
      })),
    };
  });
}
