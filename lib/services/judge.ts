import { z } from 'zod';
import { transaction } from '@/lib/db/transaction';
import { setCanary, setFindingVerdict } from '@/lib/db/write/findings';
import { type MemberId, rejoinMember, setOperatorVerdict, splitMember } from '@/lib/db/write/operators';
import { message, UserError, type Verdict } from '@/lib/model';
import type { Context } from './context';
import { requestDetection } from './request-detection';

/** A person's word on an operator; null takes it back. */
export function judgeOperator(context: Context, publicId: string, verdict: Verdict | null): void {
  if (!setOperatorVerdict(publicId, verdict, context.nowMs))
    throw new UserError('not-found', message('services.operator.unknown', { id: publicId }));
}

/** A person's word on a finding; a rejected one no longer speaks for an operator. */
export function judgeFinding(context: Context, publicId: string, verdict: Verdict | null): void {
  transaction(() => {
    if (!setFindingVerdict(publicId, verdict, context.nowMs))
      throw new UserError('not-found', message('services.finding.unknown', { id: publicId }));
    requestDetection(context.nowMs);
  });
}

/** Takes an organisation or a single network out of an operator; it is not joined to it again until that is undone. */
export function splitOperator(context: Context, publicId: string, member: MemberId): void {
  transaction(() => {
    if (!splitMember(publicId, member)) throw new UserError('conflict', message('services.operator.cannot-split'));
    requestDetection(context.nowMs);
  });
}

/** Takes a split back: whether the member belongs there is the detectors' question again. */
export function undoSplit(context: Context, publicId: string, member: MemberId): void {
  transaction(() => {
    if (!rejoinMember(publicId, member)) throw new UserError('conflict', message('services.operator.not-split'));
    requestDetection(context.nowMs);
  });
}

const CanaryInput = z.object({
  recipient: z.string().trim().toLowerCase().min(3).max(320).includes('@'),
  service: z.string().trim().max(200),
});

/** Names the one service a recipient address was given to; an empty service takes the name back. */
export function nameCanary(context: Context, input: { recipient: string; service: string }): void {
  const parsed = CanaryInput.safeParse(input);
  if (!parsed.success) throw new UserError('bad-input', message('services.canary.bad', { recipient: input.recipient }));
  transaction(() => {
    setCanary(parsed.data.recipient, parsed.data.service === '' ? null : parsed.data.service);
    requestDetection(context.nowMs);
  });
}
