import { transaction } from '@/lib/db/transaction';
import { message, UserError } from '@/lib/model';
import type { Context } from './context';
import { enqueueByPerson } from './enqueue-question';
import type { Registries } from './find-way';
import { nameQuestions, type Subject } from './name-questions';
import { standQuestion, type StandingQuestion, toQuestion } from './question-standing';
import { readRegistries } from './settings';

/** The questions that lead on from what a page is about, each with where it stands. */
export function listQuestions(
  subject: Subject,
  nowMs: number,
  registries: Registries = readRegistries(process.env),
): StandingQuestion[] {
  return nameQuestions(subject).map((named) => standQuestion(named, nowMs, registries));
}

/**
 * Queues one of the questions that lead on from a contact, an organisation or a network, where a person asks it.
 * @returns the server that will be asked.
 * @throws UserError where there is no such question, it waits already, its answer still holds, it is of the sample
 * case, or nobody can be asked.
 */
export function askQuestion(
  context: Context,
  subject: Subject,
  choice: { kind: string; key: string },
  registries: Registries = readRegistries(process.env),
): { server: string } {
  return transaction(() => {
    const named = nameQuestions(subject).find(({ kind, key }) => kind === choice.kind && key === choice.key);
    if (!named) throw new UserError('not-found', message('services.question.unknown', { subject: choice.key }));
    const { standing, given } = standQuestion(named, context.nowMs, registries);
    if (named.origin === 'sample')
      throw new UserError('refused', message('services.question.sample', { subject: named.key }));
    if (standing.state === 'obstacle')
      throw new UserError(
        'unavailable',
        message(`services.question.${standing.obstacle}`, { registry: named.registry }),
      );
    if (standing.state === 'running' || standing.state === 'waiting')
      throw new UserError('conflict', message('services.question.waits', { server: standing.server }));
    if (standing.state === 'answered' || standing.state === 'sample')
      throw new UserError('conflict', message('services.question.holds', { answeredAt: given?.atMs ?? context.nowMs }));
    enqueueByPerson(toQuestion(named, standing.server), context.nowMs);
    return { server: standing.server };
  });
}
