/** Mail that came in, was delivered and left the queue: what its queue id joins. */

interface Message {
  /** The client that brought it, canonical text. */
  address: string;
  counted: boolean;
}

interface Queued {
  message: Message;
  host: string;
  /** True once a filter gave it back under another queue id, whose deliveries count. */
  handedOn: boolean;
}

/** Messages in the queue that are remembered; the oldest is forgotten first. */
const MOST = 65_536;

/** Which client brought the mail of a queue id. */
export class AcceptedMail {
  private readonly queue = new Map<string, Queued>();

  /** A client brought a message; null: one that is nobody's client, so that its mail is not counted. */
  enter(id: string, host: string, address: string | null): void {
    this.put(id, host, address === null ? null : { address, counted: false });
  }

  /** A filter brought back a message that came in as `before` (null: not known under which id) from `address`. */
  comeBack(id: string, host: string, before: string | null, address: string | null): void {
    const known = before === null ? undefined : this.queue.get(before);
    if (known) known.handedOn = true;
    this.put(id, host, known?.message ?? (address === null ? null : { address, counted: false }));
  }

  /** One recipient was served. @returns whose mail it was and if it is the message's first; null: not known. */
  deliver(id: string, host: string): { address: string; first: boolean } | null {
    const queued = this.queue.get(id);
    if (!queued || queued.host !== host || queued.handedOn) return null;
    const { message } = queued;
    const first = !message.counted;
    message.counted = true;
    return { address: message.address, first };
  }

  /** The message left the queue. */
  remove(id: string): void {
    this.queue.delete(id);
  }

  private put(id: string, host: string, message: Message | null): void {
    this.queue.delete(id);
    if (message === null) return;
    if (this.queue.size === MOST) {
      for (const oldest of this.queue.keys()) {
        this.queue.delete(oldest);
        break;
      }
    }
    this.queue.set(id, { message, host, handedOn: false });
  }
}
