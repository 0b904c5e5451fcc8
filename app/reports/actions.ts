'use server';

import { isLanguage } from '@/lib/messages';
import { makeReport } from '@/lib/services/make-report';
import { revokeShare, type SharedLink, shareReport } from '@/lib/services/share-report';
import { type ActState, act, textOf } from '../act';

/** Freezes a case and goes to its report. */
export async function make(_: ActState, form: FormData): Promise<ActState> {
  const language = textOf(form, 'language');
  return act(
    (context) =>
      makeReport(context, {
        operator: textOf(form, 'operator'),
        language: isLanguage(language) ? language : 'en',
        maskRecipients: textOf(form, 'recipients') !== 'shown',
      }),
    ({ publicId }) => `/reports/${publicId}`,
  );
}

/** Makes a link; its token is in the answer and nowhere else. */
export async function share(_: ActState<SharedLink>, form: FormData): Promise<ActState<SharedLink>> {
  return act((context) => shareReport(context, { report: textOf(form, 'report'), days: Number(textOf(form, 'days')) }));
}

/** Makes a link lead nowhere. */
export async function revoke(_: ActState, form: FormData): Promise<ActState> {
  return act((context) => revokeShare(context, textOf(form, 'link')));
}
