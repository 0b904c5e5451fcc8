import type { Sighting } from '@/lib/model';
import type { Clock } from '../clock';
import type { Envelope } from '../envelope';
import type { Refusal } from '../refusal';
import { Connects } from './postfix-connects';
import { DNSBLOG, POSTSCREEN, readDaemon, SMTPD } from './postfix-daemons';
import { Listings } from './postfix-listings';
import { PostfixSightings } from './postfix-sightings';

/** What Postfix' other lines say of a refusal, and of clients that were not refused. */
export class PostfixContext {
  private readonly connects = new Connects();
  private readonly listings = new Listings();
  private readonly sightings: PostfixSightings | null;

  /** @param give takes sightings; null where nobody does, so that they are not looked for. */
  constructor(
    private readonly clock: Clock,
    give: ((sighting: Sighting) => void) | null,
  ) {
    this.sightings = give === null ? null : new PostfixSightings(clock, give);
  }

  /**
   * Looks at a line that is no refusal.
   * @returns whether {@link note} has a use for it.
   */
  look(daemon: number, bytes: Uint8Array, envelope: Envelope): boolean {
    if (daemon === SMTPD) this.connects.note(bytes, envelope);
    return daemon === DNSBLOG || this.sightings !== null;
  }

  /** Takes note of it. */
  note(daemon: number, bytes: Uint8Array, envelope: Envelope): void {
    if (daemon !== DNSBLOG) this.sightings?.note(daemon, bytes, envelope);
    else if (this.clock.readTime(bytes, envelope.start, envelope.hostStart, envelope.bsd))
      this.listings.note(bytes, envelope, this.clock.timeMs);
  }

  /** To be called before the bytes that lines were taken from are given up. */
  endBytes(): void {
    this.connects.endBytes();
  }

  /** Adds to a refusal what its own line does not say: a filter's client, a list of postscreen's. */
  complete(refusal: Refusal): void {
    const { bytes, envelope, spans, timeMs } = refusal;
    if (spans.action === 'proxy-reject' && spans.addressStart < 0) {
      const client = this.connects.clientOf(bytes, envelope);
      if (client) refusal.joinClient(client.name, client.address);
    } else if (spans.dnsblStart < 0 && readDaemon(bytes, envelope) === POSTSCREEN) {
      refusal.listedBy = this.listings.zoneOf(bytes, envelope, spans.addressStart, spans.addressEnd, timeMs);
    }
  }
}
