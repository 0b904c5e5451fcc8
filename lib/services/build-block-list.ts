import { z } from 'zod';
import { buildBlockList, type OwnData, ownGuards, type RuleFile, renderRules } from '@/lib/blocklist';
import { readBlockList, readNewestBlockList } from '@/lib/db/read/block-lists';
import { readOperator } from '@/lib/db/read/operators';
import { type Origin, readAcceptedShare } from '@/lib/db/read/sightings';
import { transaction } from '@/lib/db/transaction';
import { insertBlockList } from '@/lib/db/write/block-lists';
import { createTranslator } from '@/lib/messages';
import {
  acceptedParams,
  acceptedState,
  formatPrefix,
  type Message,
  message,
  parsePrefix,
  type Prefix,
  prefixToRange,
  type RuleFormat,
  UserError,
} from '@/lib/model';
import type { Context } from './context';
import { newPublicId } from './ids';
import { readOwnData } from './own-addresses';

export const BlockListInput = z.object({
  /** Public id of the operator. */
  operator: z.string(),
  /** Naming the operator on the command line is the person's decision; a page waits for the verdict. */
  acceptUnconfirmed: z.boolean().default(false),
  /** Where the person is connected from, null on this machine itself. */
  clientAddress: z.string().nullable().default(null),
});

export interface BuiltBlockList {
  publicId: string;
  /** What was refused and what is odd, in English sentences for the command line. */
  notes: string[];
}

/**
 * A block list of exactly the networks of one operator, without what a guard refuses. Where the newest
 * list of the operator says the same already, that one is given.
 * @throws UserError where the operator is unknown, rejected, not confirmed, or has no network.
 */
export function buildOperatorBlockList(
  context: Context,
  input: z.input<typeof BlockListInput>,
  own: OwnData = readOwnData(input.clientAddress ?? null),
): BuiltBlockList {
  const { operator: id, acceptUnconfirmed } = BlockListInput.parse(input);
  const guards = ownGuards(own);
  return transaction(() => {
    const operator = readOperator(id);
    if (!operator) throw new UserError('not-found', message('services.operator.unknown', { id }));
    const { name, verdict } = operator;
    if (verdict === 'rejected') throw new UserError('refused', message('services.block-list.rejected', { name }));
    if (verdict !== 'confirmed' && !acceptUnconfirmed)
      throw new UserError('refused', message('services.block-list.unconfirmed', { name }));
    if (operator.networkList.length === 0)
      throw new UserError('conflict', message('services.block-list.no-networks', { name }));

    const list = buildBlockList(
      operator.networkList.map(({ range }) => range),
      guards,
    );
    const prefixes = list.prefixes.map(formatPrefix);
    const refused = list.refused.map(({ prefix, guard }) => ({ prefix: formatPrefix(prefix), reason: guard.reason }));
    const notices = [...findAcceptedNotices(list.prefixes, operator.origin), ...list.notices];
    const known = readNewestBlockList(operator.id);
    const same =
      known &&
      JSON.stringify([known.prefixes, known.refused, known.notices]) === JSON.stringify([prefixes, refused, notices]);
    const publicId = same ? known.publicId : newPublicId();
    if (!same)
      insertBlockList({ publicId, operatorId: operator.id, createdMs: context.nowMs, prefixes, refused, notices });
    const words = createTranslator('en');
    return {
      publicId,
      notes: [
        ...refused.map(({ prefix, reason }) => `${prefix}: ${words.message(reason)}`),
        ...notices.map((notice) => words.message(notice)),
      ],
    };
  });
}

/** What the user's server accepted from each of these prefixes, or that it accepted nothing, or that no log tells. */
function findAcceptedNotices(prefixes: readonly Prefix[], origin: Origin): Message[] {
  const share = readAcceptedShare(prefixes.map(prefixToRange), origin);
  const state = acceptedState(share);
  if (state === 'unchecked') return [message('blocklist.notice.accepted-unchecked')];
  if (state === 'none') return [message('blocklist.notice.accepted-none', { accepted: share.total })];
  return prefixes.flatMap((prefix) => {
    const own = readAcceptedShare([prefixToRange(prefix)], origin, share.total);
    if (acceptedState(own) !== 'some') return [];
    const { checked: _checked, ...params } = acceptedParams(own);
    return [message('blocklist.notice.accepted', { prefix: formatPrefix(prefix), ...params })];
  });
}

/** How rules are written: the choices a person has. */
export const RuleChoice = z.object({
  place: z.enum(['append', 'insert']).default('append'),
  action: z.enum(['reject', 'drop']).default('reject'),
  ports: z.enum(['all', 'mail']).default('all'),
});
export type RuleChoice = z.infer<typeof RuleChoice>;

/**
 * The rules of a stored block list as one file.
 * @throws UserError where there is no such list.
 */
export function renderStoredBlockList(
  publicId: string,
  format: RuleFormat,
  choice: z.input<typeof RuleChoice> = {},
): RuleFile {
  const list = readBlockList(publicId);
  if (!list) throw new UserError('not-found', message('services.block-list.unknown', { id: publicId }));
  return renderRules({ prefixes: list.prefixes.map(readStoredPrefix) }, format, {
    ...RuleChoice.parse(choice),
    id: publicId,
  });
}

function readStoredPrefix(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (!prefix) throw new Error(`a stored block list holds ${JSON.stringify(text)}`);
  return prefix;
}
