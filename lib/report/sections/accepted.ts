import { acceptedParams, acceptedState, type Case } from '@/lib/model';
import type { Html } from '../html';
import type { Voice } from '../voice';

/** How much of the mail that was accepted came from these networks: what a block would cost. */
export function renderAccepted({ accepted }: Case, { say, time }: Voice): Html {
  const { span } = accepted;
  const state = acceptedState(accepted);
  if (state === 'unchecked' || span === null) return say('accepted.unchecked');
  return say(`accepted.${state}`, {
    ...acceptedParams(accepted),
    from: time(span.firstMs, 'date'),
    to: time(span.lastMs, 'date'),
  });
}
