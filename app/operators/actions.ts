'use server';

import { buildOperatorBlockList } from '@/lib/services/build-block-list';
import { judgeOperator, splitOperator } from '@/lib/services/judge';
import { type ActState, act, textOf } from '../act';

/** A person's word on an operator: `verdict` is `confirmed`, `rejected`, or anything else to take it back. */
export async function judge(_: ActState, form: FormData): Promise<ActState> {
  const verdict = textOf(form, 'verdict');
  return act((context) =>
    judgeOperator(
      context,
      textOf(form, 'operator'),
      verdict === 'confirmed' || verdict === 'rejected' ? verdict : null,
    ),
  );
}

/** Takes a member out: `organisation` or `network` is its id. */
export async function split(_: ActState, form: FormData): Promise<ActState> {
  const organisationId = Number(textOf(form, 'organisation'));
  const member = organisationId > 0 ? { organisationId } : { networkId: Number(textOf(form, 'network')) };
  return act((context) => splitOperator(context, textOf(form, 'operator'), member));
}

/** Makes the block list of a confirmed operator and goes to it. */
export async function toBlockList(_: ActState, form: FormData): Promise<ActState> {
  return act(
    (context) => buildOperatorBlockList(context, { operator: textOf(form, 'operator') }),
    ({ publicId }) => `/block-lists/${publicId}`,
  );
}
