import type { AcceptedState, Message } from '@/lib/model';

/** What a block list's notices said, when it was made, of the user's accepted mail. */
export interface AcceptedThen {
  checked: AcceptedState;
  accepted: number;
  affected: number;
}

const HEAD = 'blocklist.notice.accepted';

/** Parts a list's notices into those about accepted mail, with their sum, and the others. */
export function splitNotices(notices: readonly Message[]): {
  then: AcceptedThen;
  affected: readonly Message[];
  others: readonly Message[];
} {
  const affected = notices.filter(({ key }) => key === HEAD);
  const about = [...affected, ...notices.filter(({ key }) => key === `${HEAD}-none`)];
  return {
    then: {
      checked: affected.length > 0 ? 'some' : about.length > 0 ? 'none' : 'unchecked',
      accepted: numberOf(about[0], 'accepted'),
      // The prefixes of a list do not overlap.
      affected: affected.reduce((sum, notice) => sum + numberOf(notice, 'affected'), 0),
    },
    affected,
    others: notices.filter(({ key }) => !key.startsWith(HEAD)),
  };
}

function numberOf(notice: Message | undefined, name: string): number {
  const value = notice?.params[name];
  return typeof value === 'number' ? value : 0;
}
