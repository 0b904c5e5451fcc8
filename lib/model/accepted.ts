/** Mail that the user's server accepted, as far as its logs tell, and how much of it came from certain networks. */
export interface AcceptedShare {
  /** Accepted messages; 0 where no log told of any, so that nothing could be checked against them. */
  total: number;
  /** Of these, the messages that came from the networks, and the distinct addresses they came from. */
  messages: number;
  addresses: number;
  /** Start of the last UTC day there was one from the networks, epoch ms; null where there was none. */
  lastMs: number | null;
}

/** `unchecked`: there was nothing to check against. */
export type AcceptedState = 'unchecked' | 'none' | 'some';

export function acceptedState({ total, addresses }: AcceptedShare): AcceptedState {
  if (total === 0) return 'unchecked';
  return addresses > 0 ? 'some' : 'none';
}

/** What sentences about a share take: its state under `checked`, its numbers, its last day as ISO text. */
export function acceptedParams(share: AcceptedShare): Record<string, string | number> {
  const { total, messages, addresses, lastMs } = share;
  return {
    checked: acceptedState(share),
    accepted: total,
    affected: messages,
    clients: addresses,
    day: lastMs === null ? '–' : formatUtcDay(lastMs),
  };
}

/** `2026-08-03`: the UTC day of a moment. Accepted mail is counted by UTC days, so no zone may move it. */
export function formatUtcDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
