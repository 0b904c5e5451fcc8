'use server';

import { z } from 'zod';
import { askQuestion } from '@/lib/services/ask-question';
import { type ActState, act, textOf } from '../act';
import { readRowId } from '../row-id';

const Kind = z.enum(['contact', 'organisation', 'network', 'asn']);

/** Asks the registry one of the questions that lead on from a contact, an organisation, a network or an AS. */
export async function ask(_: ActState, form: FormData): Promise<ActState> {
  return act((context) =>
    askQuestion(
      context,
      { kind: Kind.parse(textOf(form, 'subject')), id: readRowId(textOf(form, 'id')) },
      { kind: textOf(form, 'kind'), key: textOf(form, 'key') },
    ),
  );
}
