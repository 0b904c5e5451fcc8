import { type Message, message } from '@/lib/model';

/** What came of a question; times are epoch ms. */
export interface GivenView {
  answerId: number;
  atMs: number;
  status: string;
  networks: number | null;
  fresh: number | null;
  /** Until when it holds; null where it can be asked again. */
  holdsUntilMs: number | null;
}

/** A question and where it stands. */
export interface QuestionRow {
  kind: string;
  key: string;
  standing:
    | { state: 'open' | 'running' | 'answered'; server: string }
    | { state: 'waiting'; server: string; place: number; error: Message | null }
    | { state: 'failed'; server: string; error: Message | null }
    | { state: 'obstacle'; obstacle: 'not-offered' | 'switched-off' | 'refused-key' }
    | { state: 'sample' };
  given: GivenView | null;
  /** Of a look-up that the registry counts. */
  personal: { limit: number; left: number } | null;
}

/** Questions whose answer is an entry, not a list of networks. */
const ENTRIES: ReadonlySet<string> = new Set(['contact', 'network']);

/** Questions that are answered with blocks, which are no networks. */
const OF_AS: ReadonlySet<string> = new Set(['pivot-asn', 'origin', 'announced', 'routes']);

/** What a question brought, in one sentence. */
export function givenSentence(kind: string, { atMs, status, networks, fresh }: GivenView): Message {
  const answeredAt = atMs;
  if (status === 'empty' || status === 'unsupported') return message(`page.question.given.${status}`, { answeredAt });
  if (ENTRIES.has(kind) || networks === null) return message('page.question.given.entry', { answeredAt });
  if (status === 'limited') return message('page.question.given.limited', { answeredAt, networks, fresh: fresh ?? 0 });
  if (OF_AS.has(kind)) return message('page.question.given.announced', { answeredAt, networks });
  if (networks === 0) return message('page.question.given.listless', { answeredAt });
  return message('page.question.given.networks', { answeredAt, networks, fresh: fresh ?? 0 });
}

/** Where a question stands now, in one sentence; null where what came of it says enough. */
export function standingSentence({ standing, given }: QuestionRow): Message | null {
  switch (standing.state) {
    case 'open':
      return given ? null : message('page.question.state.open');
    case 'answered':
      return given?.holdsUntilMs ? message('page.question.holds', { holdsAt: given.holdsUntilMs }) : null;
    case 'waiting':
      return message('page.question.state.waiting', { server: standing.server, place: standing.place });
    case 'running':
      return message('page.question.state.running', { server: standing.server });
    case 'obstacle':
      return message(`page.question.state.${standing.obstacle}`);
    default:
      return message(`page.question.state.${standing.state}`);
  }
}
