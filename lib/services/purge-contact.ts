import {
  type AnswerToJudge,
  isStillTold,
  type PersonalData,
  readAnswersNaming,
  readPersonalData,
} from '@/lib/db/read/personal';
import { transaction } from '@/lib/db/transaction';
import { overwritingDeleted, purgeFindings, purgePersonal } from '@/lib/db/write/purge-personal';
import { normalisePostalAddress } from '@/lib/detect';
import { message, UserError } from '@/lib/model';
import { parseAnswer } from '@/lib/registry';
import type { Context } from './context';
import { turnName } from './name-questions';
import { requestDetection } from './request-detection';
import { readPhone } from './store-answer';

/** A shorter text may stand in any answer without being this person's. */
const SHORTEST = 3;

/**
 * Deletes a contact's personal data where a person asks for it: name, e-mail, phone, fax and postal address in every
 * version, and the text of every answer that carries them. Its handle and the networks that name it stay, and so do the
 * answers' servers, times and SHA-256.
 * @throws UserError where there is no such contact, or it is the sample's
 */
export function purgeContact(context: Context, contactId: number): void {
  const contact = readPersonalData(contactId);
  if (!contact) throw new UserError('not-found', message('services.contact.unknown', { id: contactId }));
  if (contact.origin === 'sample')
    throw new UserError('refused', message('services.personal.sample', { handle: contact.handle }));
  purgeTold(contactId, context.nowMs, Number.MAX_SAFE_INTEGER);
}

/**
 * Deletes what was told of a contact before a time, all of it or, where something throws, nothing; what rests on it is
 * worked out anew. Both times in epoch ms.
 */
export function purgeTold(contactId: number, nowMs: number, beforeMs: number): void {
  overwritingDeleted(() =>
    transaction(() => {
      const contact = readPersonalData(contactId);
      if (!contact) return;
      const values = contact.values.filter((value) => value.length >= SHORTEST);
      const names = [...values, ...values.map(turnName)];
      const queries = ['fn', 'email'].flatMap((by) => {
        const head = `ips/reverse_search/entity?${by}=`;
        return names.map((name) => ({ from: head + encodeURIComponent(name), to: head }));
      });
      const answers = readAnswersNaming(
        contact.handle,
        queries.map(({ from }) => from),
        beforeMs,
      );
      const asked = new Set(queries.map(({ from }) => from));
      const isPresent = contact.toldMs < beforeMs;
      purgePersonal({
        contactId,
        answerIds: answers
          .filter((answer) => asked.has(answer.query) || carries(answer, contact, values))
          .map(({ id }) => id),
        values: names,
        queries: isPresent ? queries : [],
        beforeMs,
        isPresent,
        nowMs,
      });
      if (!isPresent) return;
      purgeFindings(values.flatMap((value) => factsOf(value, contact)));
      requestDetection(nowMs);
    }),
  );
}

/** Whether an answer that names the handle tells of the person: as it is read, or as the text itself. */
function carries({ text, server, query }: AnswerToJudge, { handle }: PersonalData, values: readonly string[]): boolean {
  const lower = text.toLowerCase();
  if (values.some((value) => lower.includes(value.toLowerCase()))) return true;
  return parseAnswer(text, { server, query }).contacts.some(
    (contact) =>
      contact.handle.toUpperCase() === handle.toUpperCase() &&
      [contact.name, contact.email, contact.phone, contact.fax, contact.postalAddress].some((value) => value !== null),
  );
}

/** What two organisations may have shared by a value, as findings name it; nothing where another entry tells it too. */
function factsOf(value: string, { registry }: PersonalData): string[] {
  const phone = readPhone(value, registry);
  if (isStillTold(value) || (phone !== null && isStillTold(phone))) return [];
  const place = normalisePostalAddress(value);
  return [
    ...(phone === null ? [] : [`phone:${phone}`]),
    `email:${value.toLowerCase()}`,
    ...(place === null ? [] : [`office:${place.full}`, `building:${place.building}`]),
  ];
}
