'use server';

import { buildOperatorBlockList } from '@/lib/services/build-block-list';
import { judgeOperator, splitOperator, undoSplit } from '@/lib/services/judge';
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
  return act((context) => splitOperator(context, textOf(form, 'operator'), memberOf(form)));
}

/** Takes a split back: the fields are those of {@link split}. */
export async function takeBackSplit(_: ActState, form: FormData): Promise<ActState> {
  return act((context) => undoSplit(context, textOf(form, 'operator'), memberOf(form)));
}

function memberOf(form: FormData): { organisationId: number } | { networkId: number } {
  const organisationId = Number(textOf(form, 'organisation'));
  return organisationId > 0 ? { organisationId } : { networkId: Number(textOf(form, 'network')) };
}

/** Makes the block list of a confirmed operator and goes to it. */
export async function toBlockList(_: ActState, form: FormData): Promise<ActState> {
  return act(
    (context) => buildOperatorBlockList(context, { operator: textOf(form, 'operator') }),
    ({ publicId }) => `/block-lists/${publicId}`,
  );
}
